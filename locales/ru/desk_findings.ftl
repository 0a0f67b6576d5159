# Итоги проверки словами для сотрудника: не что делать заявителю, а что замечено.

desk-error-file_infected = В файле вирус или другой опасный код. Попросите у заявителя другой файл.
desk-error-treaty_unsure = Апостиль этому документу по договору, возможно, не нужен: точных сведений на портале нет. Решает управление.
desk-error-treaty_not_named = В сведениях портала о договорах этой страны нет. Нужен ли апостиль, решает управление.
desk-error-treaty_unlikely = Договора с этой страной, который освобождает от апостиля, не нашлось. Проверьте, есть ли он.
desk-error-zone_differs = Ответ расходится с машиночитаемыми строками паспорта. Сверьте с подлинником.
desk-error-zone_spelled = В машиночитаемых строках паспорта это написано другими буквами. Сверьте с подлинником.
desk-error-zone_alike = В машиночитаемых строках паспорта вместо буквы O стоит ноль или вместо буквы I – единица. Сверьте с подлинником.
desk-error-zone_card = Судя по строкам, это внутреннее удостоверение личности, а к заявлению нужен заграничный паспорт.
desk-error-photo_no_face = Программа не нашла на снимке лица.
desk-error-photo_faces = Похоже, на снимке несколько лиц.
desk-error-photo_face_small = Голова слишком маленькая: около { $share } % высоты снимка, а нужно 70–80 %.
desk-error-photo_face_large = Голова слишком большая: около { $share } % высоты снимка, а нужно 70–80 %.
desk-error-photo_turned = Похоже, голова повёрнута в сторону: примерно на { $degrees }°.
desk-error-photo_tilted = Похоже, голова наклонена к плечу: примерно на { $degrees }°.
desk-error-photo_aside = Лицо не посередине.
desk-error-photo_eyes_low = Глаза слишком низко.
desk-error-photo_eyes_high = Глаза слишком высоко.
desk-error-photo_flat = Снимок блёклый.
desk-error-photo_side_light = Свет падает сбоку.
desk-error-photo_background_dark = Фон тёмный или на снимке мало света.
desk-error-photo_background_busy = Фон неровный: похоже, позади предмет или тень.
desk-error-photo_background_colour = Фон цветной.
desk-error-photo_small = Часть снимка слишком маленькая: в пикселях { $width }×{ $height }, а нужно не меньше { $least_width }×{ $least_height }.
desk-error-photo_blurred = Похоже, снимок размыт.
desk-error-photo_unconfirmed = Часть снимка выбрала программа, заявитель её не подтвердил.
