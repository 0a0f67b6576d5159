-- In a city that no region holds an address is the same with and without the name of the city: the program makes them anew.
DELETE FROM case_keys;
