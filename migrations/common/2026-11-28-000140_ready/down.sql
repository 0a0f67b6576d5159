-- The program before this one indexes them anew without that key.
UPDATE applications SET rank = NULL WHERE status IN ('accepted', 'preliminary_refusal');
