# Сроки документов
desk-fresh-before-decision = Ко дню решения срок истечёт; считается день, когда документы сданы.

desk-refusing-seen-passport = Если срок истёк или слишком мал: последний день действия по паспорту
desk-refusing-seen-solvency = Если срок истёк или слишком мал: дата выдачи на подлиннике
desk-refusing-seen-solvency_exemption = { desk-refusing-seen-solvency }
desk-refusing-seen-criminal_record = { desk-refusing-seen-solvency }
desk-refusing-seen-medical_028u = { desk-refusing-seen-solvency }
desk-receipt-seen-passport = последний день действия по подлиннику
desk-receipt-seen-issued = дата выдачи на подлиннике
denied-not_expired = По данным портала срок документа не истёк. Напишите дату с подлинника: если и по ней срок не истёк, эту причину выбирать нельзя.
