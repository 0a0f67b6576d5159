-- The program before this one makes them anew in its way.
DELETE FROM case_keys;
