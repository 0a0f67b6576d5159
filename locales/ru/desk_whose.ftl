# У кого дела: отбор и столбец очереди.

queue-list-waiting_for_me = Ждут меня
queue-clerk = У кого дело
    .hint = Чтобы отобрать дела одного сотрудника, сначала выберите управление и покажите дела.
queue-clerk-me = у меня
queue-clerk-nobody = ни у кого
queue-held-own = у вас
    .since = с { $since }
queue-held-live = работает с { $since }
queue-held-since = закреплено с { $since }
queue-unread = { $count ->
    [one] { $count } новое сообщение
    [few] { $count } новых сообщения
   *[other] { $count } новых сообщений
}
queue-news-objection = есть возражение
queue-news-hearing = просит о заслушивании
queue-news-mended = исправлено
