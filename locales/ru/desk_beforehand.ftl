# О чём сотрудник узнаёт до того, как что-то сделает: о чём просили раньше, успеет ли он в срок, чего нельзя отменить.

desk-irreversible = Отменить это на портале нельзя.

desk-remarked = Есть замечание
desk-remarked-hint = Если написать новое замечание, оно заменит это.
desk-marked = пометка «Исправить»
desk-marked-bare = К пункту с пометкой «Исправить» нет замечания.
desk-marked-mend = Напишите замечание, выберите готовое или отметьте «Не возвращать этот пункт».
desk-remark-long = Замечание слишком длинное. Сократите его до 2000 знаков.
desk-marked-leave = Не возвращать этот пункт
desk-return-again-title = Добавить замечания
desk-return-kept = Прежние замечания остаются.
desk-return-again = Отправить замечания
review-note-staff = Этот комментарий видят только сотрудники.
review-verdict-kept = Пометка сотрудника

desk-prepare-late = Отказ можно будет подписать только после последнего дня срока: срок будет пропущен.
desk-hearing-to-come = Заслушивание ещё не прошло. Протокол запишите после него.
desk-move-title = Перенести заслушивание
desk-move = Перенести

desk-asked-silent = ответа ещё нет
desk-security-refused = Органы национальной безопасности не согласовали заявление. Выдавать разрешение запрещено.

desk-receiver-name = Фамилия и имя латинскими буквами
desk-receiver-born = Дата рождения
desk-receiver-passport = Номер паспорта
desk-receiver-representative = Законный представитель
desk-receiver-paper = Номер документа представителя
desk-receiver-decided = Дата решения

desk-note-outgoing = Исходящий № { $value }
desk-note-from = До этого дело было у сотрудника: { $value }
desk-note-registration = Регистрационный номер: { $value }
desk-note-ground = Основание: { $value }
desk-lacks-faults = Ни один документ не отмечен. Отметьте тот, который не принесли или срок которого истёк.
