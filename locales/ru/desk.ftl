# Кабинет сотрудника: вход, очередь, дело, действия с делом. Администрирование: учётные записи сотрудников.

## Роли и обязанности
staff-role-operator = оператор
staff-role-officer = инспектор
staff-role-supervisor = руководитель
staff-role-auditor = аудитор
staff-role-admin = администратор
duty-read = видит очередь, читает дела
duty-return = возвращает на исправление
duty-accept = сверяет подлинники и принимает, вручает разрешение
duty-review = запрашивает согласования, исправляет ответы, готовит отказ
duty-decide = принимает решение
duty-manage_staff = ведёт учётные записи

## Вход
desk-nav = Кабинет сотрудника
desk-sign-in-title = Вход для сотрудников
desk-sign-in-lead = Эта страница – для сотрудников управления миграционной службы. Заявители входят с главной страницы.
desk-sign-in-wrong = Логин или пароль неверен. Проверьте оба и введите ещё раз.
desk-login = Логин
desk-password = Пароль
desk-sign-in = Войти
desk-sign-out = Выйти

## Очередь
desk-queue-title = Очередь дел
desk-all-units = Дела всех управлений
desk-search-label = Фамилия и имя, номер заявления, паспорта или телефона, ИИН
desk-search = Найти
desk-states = По состоянию
desk-all-states = Все
desk-nothing-found = Ничего не найдено. Попробуйте написать фамилию, имя или номер иначе.
desk-nothing-waits = В этом списке дел нет.
desk-found = { $count ->
    [one] { $count } дело
    [few] { $count } дела
    [many] { $count } дел
   *[other] { $count } дел
}
desk-number = Номер заявления
desk-name = Фамилия, имя, отчество
desk-unit = Управление
desk-route = Порядок
desk-state = Состояние
desk-filed-on = Подано
desk-left = Срок
desk-days-left = { $days ->
    [0] сегодня последний день
    [one] остался { $days } день
    [few] осталось { $days } дня
    [many] осталось { $days } дней
   *[other] осталось { $days } дней
}
desk-overdue = { $days ->
    [one] просрочено на { $days } день
    [few] просрочено на { $days } дня
    [many] просрочено на { $days } дней
   *[other] просрочено на { $days } дней
}
desk-pages = Страницы списка
desk-previous = Предыдущая страница
desk-next = Следующая страница

## Дело
desk-back-to-queue = Вернуться к очереди дел
desk-beside = Соседние дела в списке
desk-beside-before = Предыдущее дело в списке
desk-beside-after = Следующее дело в списке
desk-back-to-case = Вернуться к делу
desk-doings = Действия с делом
desk-letters-in = Язык уведомлений
desk-language-kk = казахский
desk-language-ru = русский
desk-registration = Регистрация
desk-talon = Талон
desk-due-on = Последний день срока
desk-decision = Решение
desk-granted = Принято решение выдать разрешение
desk-refused = В выдаче разрешения отказано
desk-complaint-until = Последний день для жалобы
desk-issued-on = День вручения разрешения
desk-findings = Проверка порталом
desk-no-findings = Портал ошибок не нашёл.
desk-stops = Портал нашёл ошибку
desk-advises = Обратите внимание
desk-answers = Ответы
desk-step-situation = Ситуация заявителя
desk-correct = Исправить
desk-correct-keep = Сохранить исправление
desk-correct-lead = Заявитель видел эти вопросы в таком же виде: «вы» в них – это заявитель. Исправляйте ответы с его слов.
desk-correct-same = Ни один ответ не изменился, поэтому исправление не сохранено. Измените ответ или вернитесь к делу.
desk-record-without-name = Не заполнено
desk-nothing-entered = Этот раздел не заполнен.
desk-papers = Документы
desk-not-asked = Сейчас этот документ не нужен.
desk-good-until = Последний день действия
desk-apply-until = Последний день приёма с этим паспортом
desk-filled-here = Заполняется на портале, файл не нужен.
desk-translation = перевод
desk-kilobytes = { $size } КБ
desk-history = История дела
desk-by-applicant = заявитель
desk-history-by = Кто
desk-history-anybody = Все
desk-history-what = Что произошло
desk-history-anything = Всё
desk-history-show = Показать
desk-history-all = Показать всю историю
desk-history-none = Таких записей нет.
desk-submissions = Отправленные версии
    .hint = Текст заявления хранится таким, каким его отправили. SHA-256 – контрольная сумма этого текста.

## Общее для всех действий
desk-changed-title = Дело изменилось
desk-changed-lead = Дело изменилось после того, как вы открыли страницу, поэтому действие не выполнено. Сначала посмотрите дело. То, что вы ввели, не потеряно.
desk-changed-look = Посмотреть дело
desk-changed-again = Продолжить с введённым текстом
desk-changed-typed = Текст, который вы ввели
desk-write-in-kk = Заявитель получает уведомления на казахском языке: пишите по-казахски.
desk-write-in-ru = Заявитель получает уведомления на русском языке: пишите по-русски.
desk-record = Записать
desk-print-hint = Распечатайте страницу и отдайте заявителю. Язык текста можно сменить вверху.
desk-signature = Подпись

## Исправление
desk-reason = Причина исправления
    .hint = Напишите, что изменилось и кто это подтвердил. Причина останется в истории дела.
desk-reason-missing = Напишите причину исправления.

## Возврат на исправление
desk-return-title = Вернуть на исправление
desk-return-lead = Напишите замечания к тем разделам и документам, которые нужно исправить: что не так и что сделать. Заявитель сможет изменить только их.
desk-remark = Замечание
desk-return = Вернуть заявление

## Приём
desk-accept-title = Приём заявления
desk-accept-lead = Сверьте подлинники с копиями на портале. Когда сверите документ, отметьте его.
desk-originals = Сверенные документы
desk-original-missing = Этот подлинник не отмечен: сверьте и отметьте.
desk-next-day = Рабочее время закончилось, или сегодня нерабочий день. Поэтому заявление регистрируют на следующий рабочий день (Административный процедурно-процессуальный кодекс, статья 64).
desk-will-register-on = День регистрации, если принять сейчас
desk-will-be-due-on = Тогда последний день срока
desk-accept = Принять и зарегистрировать
desk-talon-title = Талон о приёме заявления
desk-registration-number = Регистрационный номер
desk-handed-in-at = Когда сданы документы
desk-registered-on = Дата регистрации
desk-accepted-by = Кто принял
desk-talon-documents = Принятые документы
desk-talon-note = Состояние заявления можно узнать на портале по номеру заявления и коду.

## Отказ в приёме
desk-refuse-acceptance-title = Отказ в приёме
desk-refuse-acceptance-lead = Отметьте каждый документ, которого нет либо срок которого истёк или слишком мал. Они войдут в расписку для заявителя.
desk-fault-none = Всё в порядке
desk-refuse-acceptance = Отказать в приёме и выдать расписку
desk-receipt-title = Расписка об отказе в приёме заявления
desk-receipt-open = Открыть расписку
desk-receipt-at = Когда выдана
desk-receipt-by = Кто выдал
desk-receipt-items = Из-за каких документов заявление не принято
desk-receipt-note = Подготовьте эти документы и подайте новое заявление в любое время.

## Согласования
desk-approvals = Согласования
desk-approver = Адресат запроса
desk-asked = Запрос
desk-answered = Ответ
desk-no-answer-yet = Ответа пока нет
desk-record-answer = Записать этот ответ
desk-security-waits = Положительный ответ органов национальной безопасности не записан. Без него разрешение выдать нельзя.
desk-ask-title = Записать запрос
desk-ask-lead = Повторный запрос заменяет прежний запрос и ответ на него.
desk-answer-title = Записать полученный ответ
desk-nobody-asked = Запросов пока нет. Сначала запишите запрос.
desk-approval-asked_on = Дата запроса
desk-approval-outgoing_number = Исходящий номер письма
desk-approval-answered_on = Дата ответа (если ответа не было – дата этой записи)
desk-note-answered-on = Дата ответа

## Подготовка отказа и решение
desk-prepare-title = Подготовить отказ
desk-prepare-lead = Заявителю сообщат, что готовится отказ. Он сможет возразить и попросить о заслушивании. Подписать решение раньше указанного ниже дня нельзя.
desk-prepared-title = Отказ подготовлен
desk-notified-on = День, когда сообщили заявителю
desk-objection-until = Последний день для возражения
desk-not-before = Решение можно подписать не раньше
desk-only-from = Это можно сделать не раньше
desk-prepared-by = Кто подготовил
desk-grounds = Основания отказа
    .hint = Показаны только те основания, которые можно применить к этому человеку. 19-1 – статья Закона «О государственных услугах», 49 – Закона «О миграции населения».
desk-reasons = Причины отказа
desk-prepare = Подготовить и сообщить заявителю
desk-approve-title = Выдать разрешение
desk-approve-lead = Решение вступает в силу сразу, отменить его на портале нельзя.
desk-approve-button = Выдать разрешение
desk-way-approvals = Перейти к разделу «Согласования»
desk-way-prepared = Перейти к разделу «Отказ подготовлен»
desk-refuse-title = Подписать решение об отказе
desk-refuse-lead = Проверьте подготовленный отказ. Его подписывает не тот, кто готовил, а другой сотрудник. Отменить решение на портале нельзя.
desk-refuse-button = Подписать отказ
desk-issue-title = Вручить разрешение
desk-issue-lead = Сначала отдайте разрешение заявителю, потом нажмите кнопку.
desk-issue-button = Разрешение вручено

## Администрирование
admin-staff-title = Сотрудники
admin-accounts = { $count ->
    [one] { $count } учётная запись
    [few] { $count } учётные записи
    [many] { $count } учётных записей
   *[other] { $count } учётных записей
}
admin-name = Фамилия и инициалы
    .hint = Так сотрудник будет указан в документах, например: Омарова А. Б.
admin-login = Логин
    .hint = 3–40 знаков: строчные латинские буквы, цифры, точка, дефис и подчёркивание.
admin-role = Роль
admin-unit = Управление
    .hint = Сотрудник видит дела этого региона, аудитор – дела всех регионов.
admin-password = Пароль
    .hint = Не меньше 12 знаков. Сообщите пароль сотруднику лично.
admin-state = Вход
admin-enabled = разрешён
admin-disabled = запрещён
admin-own = ваша учётная запись
admin-disable = Запретить вход
admin-enable = Разрешить вход
admin-change = Изменить
admin-change-title = Изменение учётной записи
admin-change-lead = Если сменить роль, управление или пароль, сотруднику придётся войти в кабинет заново. Если сменить роль или управление, его замещение прекратится. Дела, которые он больше не может вести, вернутся в общую очередь.
admin-new_password = Новый пароль
    .hint = Оставьте поле пустым, если прежний пароль остаётся. В новом должно быть не меньше 12 знаков. Сообщите его сотруднику лично.
admin-keep = Сохранить изменения
admin-add-title = Новый сотрудник
admin-add = Создать учётную запись
admin-first-title = Первый администратор
admin-first-lead = На портале пока нет учётных записей. Здесь вы создадите запись первого администратора. Ссылка действует один раз.
admin-first = Создать учётную запись и войти
