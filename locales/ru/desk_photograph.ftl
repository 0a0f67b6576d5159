# Измерения фотографии на странице сотрудника

desk-photo-title = Измерения снимка
desk-photo-measure = Что измерено
desk-photo-number = Значение
desk-photo-wanted = Должно быть
desk-photo-marked = посмотрите
desk-photo-between = от { $least } до { $most }
desk-photo-least = не меньше { $least }
desk-photo-most = не больше { $most }
desk-photo-advice = Числа только показывают, куда посмотреть: это не основание для отказа. В размере головы бывает ошибка до десяти процентов.
desk-photo-faces = Лиц на снимке
desk-photo-head = От макушки до подбородка, мм (оценка)
desk-photo-eyes = Линия глаз от нижнего края, мм
desk-photo-aside = Смещение головы от середины, мм
desk-photo-yaw = Поворот головы, градусы (по носу)
desk-photo-roll = Наклон головы, градусы
desk-photo-sides = Разница света на щеках, ступени экспозиции
desk-photo-range = Контраст, %
desk-photo-background = Яркость фона, %
desk-photo-plain = Ровность фона, %
desk-photo-colour = Отличие фона от серого, %
desk-photo-width = Ширина кадра, пиксели
desk-photo-blur = Размытость, %
