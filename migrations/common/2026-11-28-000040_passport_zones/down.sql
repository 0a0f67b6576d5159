DROP TABLE passport_zones;
