DELETE FROM counters WHERE name = 'calendar';
DROP TABLE calendar_years;
DROP TABLE calendar_days;
