# Өтініш берушімен хат алмасу және жазбалар.

talk-desk-title = Хат алмасу және жазбалар
talk-desk-messages = Өтініш берушімен хат алмасу
talk-desk-write = Өтініш берушіге хабар
talk-notes = Жазбалар
talk-note = Жаңа жазба
    .hint = Жазбаларды тек қызметкерлер көреді. Жазбаны өшіруге болмайды.
talk-note-keep = Сақтау
talk-no-notes = Әзірге жазба жоқ.
event-message = Хабар
event-noted = Жазба
