# Связанные дела: то же лицо, семья.

related-title = Связанные дела
related-lead = Портал нашёл эти дела по данным заявлений. Рассматривать дело они не мешают: проверьте сами.
related-case = Дело
related-what = Что это может быть
related-why = По какому признаку
related-duplicate = тот же человек
related-family = семья или общее жильё
related-passport = тот же паспорт
related-iin = тот же ИИН
related-name = те же имя и дата рождения
related-named_here = есть среди родных в этом заявлении
related-named_there = указывает этого заявителя среди родных
related-address = тот же адрес
related-provider = жильё предоставляет тот же человек или организация
