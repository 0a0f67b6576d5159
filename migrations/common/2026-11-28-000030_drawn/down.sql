DROP TABLE sheets;
DROP TABLE drawings;
