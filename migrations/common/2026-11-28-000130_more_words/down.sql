UPDATE applications SET rank = NULL;
