# Қызметкер әрекет жасамас бұрын нені білуі керек: бұрын не сұралды, мерзім өте ме, нені кері қайтаруға болмайды.

desk-irreversible = Мұны порталда кері қайтаруға болмайды.

desk-remarked = Ескерту бар
desk-remarked-hint = Жаңа ескерту жазсаңыз, ол осы ескертуді ауыстырады.
desk-marked = белгісі: «Түзету керек»
desk-marked-bare = «Түзету керек» деп белгіленген тармаққа ескерту жазылмаған.
desk-marked-mend = Ескерту жазыңыз, дайын ескертуді таңдаңыз немесе «Бұл тармақты қайтармау» дегенді белгілеңіз.
desk-remark-long = Ескерту тым ұзын. Оны 2000 таңбаға дейін қысқартыңыз.
desk-marked-leave = Бұл тармақты қайтармау
desk-return-again-title = Тағы ескерту жазу
desk-return-kept = Бұрынғы ескертулер сақталады.
desk-return-again = Ескертулерді жіберу
review-note-staff = Бұл түсініктемені тек қызметкерлер көреді.
review-verdict-kept = Істі қараған қызметкердің белгісі

desk-prepare-late = Бас тартуға қол қоюға болатын ең ерте күн мерзімнің соңғы күнінен кеш: мерзім өтіп кетеді.
desk-hearing-to-come = Тыңдау әлі өткен жоқ. Хаттаманы тыңдаудан кейін жазыңыз.
desk-move-title = Тыңдау күнін өзгерту
desk-move = Күнін өзгерту

desk-asked-silent = жауап әлі жоқ
desk-security-refused = Ұлттық қауіпсіздік органдары келіспеді. Рұқсат беруге тыйым салынады.

desk-receiver-name = Аты-жөні латын әріптерімен
desk-receiver-born = Туған күні
desk-receiver-passport = Паспортының нөмірі
desk-receiver-representative = Заңды өкілі
desk-receiver-paper = Заңды өкілдің құжатының нөмірі
desk-receiver-decided = Шешім қабылданған күн

desk-note-outgoing = Шығыс нөмірі: { $value }
desk-note-from = Бұған дейін іс мына қызметкерде болған: { $value }
desk-note-registration = Тіркеу нөмірі: { $value }
desk-note-ground = Негіз: { $value }
desk-lacks-faults = Бірде-бір құжат белгіленбеген. Әкелінбеген немесе мерзімі өткен құжатты белгілеңіз.
