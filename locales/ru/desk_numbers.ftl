# Цифры для руководителя: сколько поступило, решено, за сколько дней, что просрочено.

duty-oversee = видит показатели управления

numbers-title = Показатели
numbers-none = нет данных
numbers-filed = Подано
numbers-registered = Зарегистрировано
numbers-waiting = Ещё не решено
numbers-overdue = Просрочено
numbers-decided = Решено
numbers-granted = Выдано разрешений
numbers-refused = Отказано
numbers-late = Решено с опозданием
numbers-median = Половина решена за
numbers-ninetieth = Девять из десяти решены за
numbers-days = { $days ->
    [one] { $days } день
    [few] { $days } дня
    [many] { $days } дней
   *[other] { $days } дня
}
numbers-pace =
    .hint = Дни считаются от регистрации заявления до решения.
numbers-by-month = По месяцам
numbers-month = Месяц
numbers-ages = Дела, которые ждут сейчас
numbers-unaccepted = Поданы, но ещё не приняты
numbers-undecided = Приняты, но ещё не решены
numbers-since-filing = Со дня подачи
numbers-to-due = До последнего дня срока
numbers-cases = Дела
numbers-age-three = до 3 дней
numbers-age-week = 4–7 дней
numbers-age-fortnight = 8–14 дней
numbers-age-month = 15–30 дней
numbers-age-older = больше 30 дней
numbers-term-overdue = срок прошёл
numbers-term-soon = до 3 дней
numbers-term-ten = 4–10 дней
numbers-term-thirty = 11–30 дней
numbers-term-later = больше 30 дней
numbers-by-route = По видам порядка
numbers-by-unit = По управлениям
numbers-by-ground = Основания отказа
    .hint = В одном отказе может быть несколько оснований.
numbers-ground = Основание
numbers-no-refusals = За это время отказов не было.
