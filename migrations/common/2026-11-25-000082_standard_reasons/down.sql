DROP TABLE standard_reasons;
