DROP TABLE kept_filters;
