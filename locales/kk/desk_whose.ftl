# Істер кімде: іріктеу мен кезектің бағаны.

queue-list-waiting_for_me = Мені күтіп тұрған істер
queue-clerk = Іс кімде
    .hint = Белгілі бір қызметкердің істерін іріктеу үшін алдымен басқарманы таңдап, істерді көрсетіңіз.
queue-clerk-me = менде
queue-clerk-nobody = ешкімде
queue-held-own = сізде
    .since = алған уақыты: { $since }
queue-held-live = жұмыс істеп жатыр, алған уақыты: { $since }
queue-held-since = бекітілген уақыты: { $since }
queue-unread = { $count } жаңа хабар
queue-news-objection = қарсылық білдірді
queue-news-hearing = тыңдау өткізуді сұрайды
queue-news-mended = түзетіп жіберді
