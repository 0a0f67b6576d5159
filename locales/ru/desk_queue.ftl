# Очередь сотрудника: списки утра, отбор, сохранённые отборы.

desk-lists = Списки
desk-list-due_today = Срок сегодня
desk-list-overdue = Просрочено
desk-list-new = Новые
desk-list-with_applicant = Ждём заявителя
desk-filter = Отобрать
desk-filter-title = Отобрать дела
desk-filter-lead = Заполните только то, что важно. Пустые поля ничего не ограничивают.
desk-filter-any = Не важно
desk-filter-show = Показать дела
desk-filter-reset = Сбросить отбор
desk-filter-drop = Убрать из отбора
desk-left-from = До конца срока не меньше дней
desk-left-to = До конца срока не больше дней
desk-left-hint = Для просроченных дел дни пишутся с минусом: -3 – срок истёк три дня назад.
desk-ground = Основание освобождения
desk-citizenship = Гражданство
desk-stateless = Без гражданства
desk-kept = Сохранённые отборы
desk-keep = Сохранить этот отбор
desk-keep-name = Название отбора
desk-keep-do = Сохранить
desk-keep-name-missing = Напишите название отбора.
desk-keep-too-many = Сохранено слишком много отборов. Удалите ненужные и сохраните ещё раз.
desk-keep-remove = Удалить отбор «{ $name }»
desk-found-least = Не меньше { $count ->
    [one] { $count } дела
    [few] { $count } дел
    [many] { $count } дел
   *[other] { $count } дел
}
desk-stopped = Просмотрели { $count ->
    [one] { $count } дело
    [few] { $count } дела
    [many] { $count } дел
   *[other] { $count } дел
}. Дальше могут быть ещё подходящие.
desk-look-further = Искать дальше
