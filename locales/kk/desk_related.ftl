# Байланысты істер: сол адам, отбасы.

related-title = Байланысты істер
related-lead = Бұл істер өтініштердегі деректер бойынша табылды. Олар істі қарауға кедергі емес: өзіңіз тексеріңіз.
related-case = Іс
related-what = Бұл не болуы мүмкін
related-why = Қандай дерек бойынша
related-duplicate = сол адамның өзі
related-family = отбасы немесе ортақ тұрғын үй
related-passport = паспорты бірдей
related-iin = ЖСН-і бірдей
related-name = аты-жөні мен туған күні бірдей
related-named_here = осы өтініште туыстарының қатарында аталған
related-named_there = осы өтініш берушіні туыстарының қатарында атаған
related-address = мекенжайы бірдей
related-provider = тұрғын үйді сол адам немесе сол ұйым береді
