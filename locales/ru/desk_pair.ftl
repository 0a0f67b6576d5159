# Документ и его перевод
desk-pair = Документ и его перевод
desk-pair-paper = Сам документ
desk-pair-translation = Перевод
