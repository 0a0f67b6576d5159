# Очередь сотрудника: списки утра, отбор, сохранённые отборы.

queue-lists = Готовые списки
queue-list-due_today = Срок истекает сегодня
queue-list-overdue = Просрочено
queue-list-new = Новые
queue-list-with_applicant = Ждём заявителя
queue-filter = Отобрать
queue-filter-title = Отобрать дела
queue-filter-lead = Заполните только то, что важно. Пустые поля на отбор не влияют.
queue-filter-any = Не важно
queue-filter-show = Показать дела
queue-filter-reset = Сбросить отбор
queue-filter-none = больше нет
queue-filter-gone = В отборе указан старый поиск или сотрудник, которые вам больше не видны. Введите слова заново или уберите эту часть отбора.
queue-filter-drop = Убрать из отбора
queue-left-from = До конца срока, дней: не меньше
queue-left-to = До конца срока, дней: не больше
queue-left-hint = Для просроченных дел пишите дни с минусом: −3 значит, что срок истёк три дня назад.
queue-left = Дней до конца срока
queue-left-least = Не меньше
queue-left-most = Не больше
queue-filed_from = Подано не раньше
queue-filed_to = Подано не позже
queue-filter-range = Промежуток кончается раньше, чем начинается: такому отбору не подходит ни одно дело. Исправьте одно из двух.
queue-ground = Основание, освобождающее от подтверждения платёжеспособности
queue-citizenship = Гражданство
queue-stateless = Без гражданства
queue-kept = Сохранённые отборы
queue-keep = Сохранить этот отбор
queue-keep-name = Название отбора
queue-keep-do = Сохранить
queue-keep-name-missing = Напишите название отбора.
queue-keep-too-many = Сохранено слишком много отборов. Удалите ненужные и сохраните ещё раз.
queue-keep-remove = Удалить отбор «{ $name }»
queue-found-least = Не меньше { $count ->
    [one] { $count } дела
    [few] { $count } дел
    [many] { $count } дел
   *[other] { $count } дел
}
queue-stopped = Просмотрено { $count ->
    [one] { $count } дело
    [few] { $count } дела
    [many] { $count } дел
   *[other] { $count } дел
}. Дальше могут найтись и другие.
queue-look-further = Искать дальше
queue-export = Скачать
queue-export-csv = таблицу CSV
queue-export-xlsx = таблицу Excel
queue-export-hint = Каждую выгрузку портал записывает в цепочку событий.
queue-registered-on = Зарегистрировано
queue-due-on = Последний день срока
queue-days-to-due = Дней до конца срока
queue-decided-on = Решение принято
