# Что портал понял из ответа: стоит рядом с ответом при рассмотрении дела. Дни и возраст – на день обращения.

understood-legend = После «→» – то, как ответ понял портал. Возраст и сроки посчитаны на { $day }.
understood-original = После «·» – ответ на языке заявителя.
understood-iin-silent = ИИН, в котором не записаны день рождения и пол
understood-bin = БИН организации, контрольная цифра верна
understood-age = { $years ->
    [one] { $years } год
    [few] { $years } года
   *[other] { $years } лет
}
understood-turns = в этом году исполняется { $years ->
    [one] { $years } год
    [few] { $years } года
   *[other] { $years } лет
}
understood-passed = { $days ->
    [one] прошёл { $days } день
    [few] прошло { $days } дня
   *[other] прошло { $days } дней
}
understood-ahead = { $days ->
    [one] остался { $days } день
    [few] осталось { $days } дня
   *[other] осталось { $days } дней
}
understood-left = { $months ->
    [one] остался { $months } месяц
    [few] осталось { $months } месяца
   *[other] осталось { $months } месяцев
} (дней: { $days })
understood-lasts = { $months ->
    [one] { $months } месяц
    [few] { $months } месяца
   *[other] { $months } месяцев
} (дней: { $days })
understood-bars = пять лет после выдворения кончаются { $day }
understood-name = в паспорте { $zone }, в поиске { $search }
understood-phone-untold = код страны не указан, поэтому номер неполный
understood-money = { $sum } МРП (МРП { $year } года – { $index })
understood-money-unknown = МРП { $year } года на портале нет
review-in-zone = в машиночитаемой строке паспорта
review-on-day = посчитано на
