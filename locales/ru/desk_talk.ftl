# Переписка с заявителем и заметки.

talk-desk-title = Переписка и заметки
talk-desk-messages = Переписка с заявителем
talk-desk-write = Сообщение заявителю
talk-notes = Заметки
talk-note = Новая заметка
    .hint = Заметки видят только сотрудники. Стереть заметку нельзя.
talk-note-keep = Сохранить
talk-no-notes = Заметок пока нет.
event-message = Сообщение
event-noted = Заметка
event-marked = Поставлена пометка при рассмотрении
talk-desk-closed = Работа по делу завершена: писать заявителю больше нельзя.
