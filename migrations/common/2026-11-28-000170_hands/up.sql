-- In whose hands a case is stands beside each key of its facets: the program indexes anew what is not finished.
UPDATE applications SET rank = NULL WHERE status IN ('submitted', 'returned', 'accepted', 'preliminary_refusal', 'approved');
