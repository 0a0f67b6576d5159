# Құжаттардың мерзімі
desk-fresh-before-decision = Шешім шыққанша мерзімі өтеді, бірақ құжат тапсырылған күн ескеріледі.

desk-refusing-seen-passport = Мерзімі өткен немесе жеткіліксіз болса: паспорттағы жарамды соңғы күн
desk-refusing-seen-solvency = Мерзімі өткен немесе жеткіліксіз болса: түпнұсқадағы берілген күн
desk-refusing-seen-solvency_exemption = { desk-refusing-seen-solvency }
desk-refusing-seen-criminal_record = { desk-refusing-seen-solvency }
desk-refusing-seen-medical_028u = { desk-refusing-seen-solvency }
desk-receipt-seen-passport = түпнұсқа бойынша жарамды соңғы күн
desk-receipt-seen-issued = түпнұсқадағы берілген күн
denied-not_expired = Порталдағы деректер бойынша құжаттың мерзімі өткен жоқ. Түпнұсқадағы күнді жазыңыз: сол бойынша да өтпесе, бұл себепті таңдауға болмайды.
