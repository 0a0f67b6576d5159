# Until when the papers are good
fresh-until = Good until { $day }. If you come in person later, you need a new one.
fresh-decision = If you handed the papers in today, the decision would be due by { $day }. This paper is out of date by then, which does not matter: the day of handing in counts.
fresh-title = Papers that are about to run out
fresh-gone = It was good until { $day }, which has passed. Get a new one.
fresh-week = Good until { $day }: { $days ->
    [one] { $days } day
   *[other] { $days } days
} left. Come by that day, or get a new one.
fresh-month = Good until { $day }: { $days ->
    [one] { $days } day
   *[other] { $days } days
} left. Come in person before that day.
fresh-come = Come with all papers by { $day }: that day the first of them runs out.
error-paper_soon = Good until { $until }. Come in person by that day, or get a new one.
error-passport_soon = You can apply with this passport only until { $until }. If you cannot come by then, replace the passport first.
