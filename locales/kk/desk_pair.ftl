# Құжат пен оның аудармасы
desk-pair = Құжат және оның аудармасы
desk-pair-paper = Құжаттың өзі
desk-pair-translation = Аудармасы
