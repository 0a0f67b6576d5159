# Қызметкердің бетіндегі фотосурет өлшемдері

desk-photo-title = Суреттен өлшенгендер
desk-photo-measure = Не өлшенді
desk-photo-number = Мәні
desk-photo-wanted = Болуы керек
desk-photo-marked = қараңыз
desk-photo-between = { $least } – { $most }
desk-photo-least = кемінде { $least }
desk-photo-most = ең көбі { $most }
desk-photo-advice = Бұл сандар – қарауға белгі ғана, бас тартуға негіз емес. Бастың өлшемінде он пайызға дейін қате болуы мүмкін.
desk-photo-faces = Суреттегі адам бетінің саны
desk-photo-head = Төбеден иекке дейін, мм (болжам)
desk-photo-eyes = Көз деңгейі, астыңғы шеттен, мм
desk-photo-aside = Бастың ортадан ауытқуы, мм
desk-photo-yaw = Бастың бұрылуы, градус (мұрын бойынша)
desk-photo-roll = Бастың қисаюы, градус
desk-photo-sides = Беттің екі жағының жарық айырмасы, экспозиция сатысы
desk-photo-range = Контраст, %
desk-photo-background = Фонның жарықтығы, %
desk-photo-plain = Фонның біркелкілігі, %
desk-photo-colour = Фонның түсі сұрдан қаншалықты алшақ, %
desk-photo-width = Алынған бөліктің ені, пиксель
desk-photo-blur = Бұлыңғырлық, %
