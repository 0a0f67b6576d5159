-- Cases that wait for a decision have a key of their own: the program indexes anew those that may have it.
UPDATE applications SET rank = NULL WHERE status IN ('accepted', 'preliminary_refusal');
