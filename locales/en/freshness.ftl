# Until when the documents are valid
fresh-until = Last valid day: { $day }. If you come to the office later, you need a new document.
fresh-decision = If you bring the documents today, the decision comes by { $day }. This document is out of date by then. That does not matter: the day you bring it counts.
fresh-title = Documents that will soon be out of date
fresh-gone = The document is out of date: its last valid day was { $day }. Get a new one.
fresh-week = Last valid day: { $day }, { $days ->
    [0] that is today
    [one] { $days } day left
   *[other] { $days } days left
}. Come to the office by that day, or get a new document.
fresh-month = Last valid day: { $day }, { $days ->
    [0] that is today
    [one] { $days } day left
   *[other] { $days } days left
}. Come to the office by that day.
fresh-come = Come to the office with all documents by { $day }: after that day, one of them is not accepted.
error-paper_soon = The last valid day is { $until }. Come to the office by that day, or get a new document.
error-proof_old = The document was issued more than 180 days ago. If it has no term, like a birth certificate, change nothing. If it has one, it is better to get a new document.
error-passport_soon = With this passport you can apply until { $until }, not later. If you cannot come by then, replace the passport first.
passport-until = The last day to apply with this passport: { $day }.
    .then = After that, you must replace the passport first.
fresh-passport-gone = You can no longer come with this passport: the last day was { $day }. Replace the passport first.
fresh-passport-week = The last day to come with this passport is { $day }, { $days ->
    [0] that is today
    [one] { $days } day left
   *[other] { $days } days left
}. Come to the office by that day, or replace the passport first.
fresh-passport-month = The last day to come with this passport is { $day }, { $days ->
    [0] that is today
    [one] { $days } day left
   *[other] { $days } days left
}. Come to the office by that day.
