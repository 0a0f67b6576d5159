-- More words of a name are kept than before: the program indexes every case anew that has no rank.
UPDATE applications SET rank = NULL;
