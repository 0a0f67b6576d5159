-- The program before this one indexes them anew without these keys.
UPDATE applications SET rank = NULL WHERE status IN ('submitted', 'returned', 'accepted', 'preliminary_refusal', 'approved');
