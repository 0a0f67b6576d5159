DROP TABLE brought_files;
DROP TABLE invitations;
