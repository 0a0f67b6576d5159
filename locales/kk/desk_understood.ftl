# Порталдың жауаптан не түсінгені: істі қарау бетінде жауаптың жанында тұрады. Күн мен жас өтініш берілген күнге саналады.

understood-legend = «→» белгісінен кейін – порталдың түсінгені. Жас пен мерзім { $day } күніне саналған.
understood-original = «·» белгісінен кейінгі жауап өтініш берушінің тілінде жазылған.
understood-iin-silent = туған күні мен жынысы жазылмаған ЖСН
understood-bin = ұйымның БСН-і, бақылау цифры дұрыс
understood-age = { $years } жаста
understood-turns = биыл { $years } жасқа толады
understood-passed = { $days } күн өтті
understood-ahead = { $days } күн қалды
understood-left = { $months } ай қалды ({ $days } күн)
understood-lasts = { $months } айға созылды ({ $days } күн)
understood-bars = шығарып жіберілгеннен кейінгі бес жыл { $day } күні бітеді
understood-name = паспортта { $zone }, іздеуде { $search }
understood-phone-untold = елінің коды жазылмаған, сондықтан нөмір толық емес
understood-money = { $sum } АЕК ({ $year } жылғы АЕК – { $index })
understood-money-unknown = { $year } жылдың АЕК-і порталда жоқ
review-in-zone = паспорттың машина оқитын жолында
review-on-day = есептелген күні
