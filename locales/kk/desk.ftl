# Қызметкердің кабинеті: кіру, кезек, іс, іспен жасалатын әрекеттер. Әкімшілік: қызметкерлердің есептік жазбалары.

## Рөлдер мен міндеттер
staff-role-operator = оператор
staff-role-officer = инспектор
staff-role-supervisor = басшы
staff-role-auditor = аудитор
staff-role-admin = әкімші
duty-read = кезекті көреді, істерді оқиды
duty-return = түзетуге қайтарады
duty-accept = түпнұсқаларды салыстырып, қабылдайды, рұқсатты қолға береді
duty-review = келісуге сұрау салады, жауаптарды түзетеді, бас тартуды дайындайды
duty-decide = шешім қабылдайды
duty-manage_staff = есептік жазбаларды жүргізеді

## Кіру
desk-nav = Қызметкердің кабинеті
desk-sign-in-title = Қызметкерлерге арналған кіру беті
desk-sign-in-lead = Бұл бет Көші-қон қызметі басқармасының қызметкерлеріне арналған. Өтініш берушілер басты беттен кіреді.
desk-sign-in-wrong = Логин немесе құпиясөз дұрыс емес. Екеуін де тексеріп, қайта жазыңыз.
desk-login = Логин
desk-password = Құпиясөз
desk-sign-in = Кіру
desk-sign-out = Шығу

## Кезек
desk-queue-title = Істер кезегі
desk-all-units = Барлық басқарманың істері
desk-search-label = Аты-жөні, өтініш, паспорт, телефон нөмірі немесе ЖСН
desk-search = Іздеу
desk-states = Жай-күйі бойынша
desk-all-states = Бәрі
desk-nothing-found = Ештеңе табылмады. Аты-жөнін немесе нөмірін басқаша жазып көріңіз.
desk-nothing-waits = Бұл тізімде іс жоқ.
desk-found = { $count } іс
desk-number = Өтініш нөмірі
desk-name = Аты-жөні
desk-unit = Басқарма
desk-route = Тәртібі
desk-state = Жай-күйі
desk-filed-on = Берілген күні
desk-left = Мерзімі
desk-days-left = { $days ->
    [0] бүгін – соңғы күн
   *[other] { $days } күн қалды
}
desk-overdue = { $days } күн кешікті
desk-pages = Тізімнің беттері
desk-previous = Алдыңғы бет
desk-next = Келесі бет

## Іс
desk-back-to-queue = Істер кезегіне
desk-back-to-case = Іске оралу
desk-doings = Іс бойынша әрекеттер
desk-letters-in = Хабарламалар тілі
desk-language-kk = қазақша
desk-language-ru = орысша
desk-registration = Тіркелуі
desk-talon = Талон
desk-due-on = Мерзімнің соңғы күні
desk-decision = Шешім
desk-granted = Рұқсат беру туралы шешім қабылданды
desk-refused = Рұқсат беруден бас тартылды
desk-complaint-until = Шағым берудің соңғы күні
desk-issued-on = Рұқсат қолға берілген күн
desk-findings = Тексеру нәтижесі
desk-no-findings = Ережелерге қайшы ештеңе табылмады.
desk-stops = Түзету керек
desk-advises = Назар аударыңыз
desk-answers = Жауаптар
desk-step-situation = Өтініш берушінің жағдайы
desk-correct = Түзету
desk-record-without-name = Толтырылмаған
desk-nothing-entered = Бұл бөлім толтырылмаған.
desk-papers = Құжаттар
desk-not-asked = Бұл құжат қазір сұралмайды.
desk-good-until = Жарамды соңғы күні
desk-apply-until = Осы паспортпен өтініш қабылданатын соңғы күн
desk-filled-here = Порталда толтырылады, файл жүктелмейді.
desk-translation = аударма
desk-kilobytes = { $size } КБ
desk-history = Істің тарихы
desk-by-applicant = өтініш беруші
desk-submissions = Жіберілген нұсқалар
    .hint = Өтініштің жіберілген сәттегі мәтіні өзгертілмей сақталады. SHA-256 – сол мәтіннің бақылау сомасы.

## Барлық әрекетке ортақ
desk-changed-title = Іс өзгерген
desk-changed-lead = Сіз бетті ашқаннан кейін іс өзгерді, сондықтан әрекетіңіз орындалмады. Алдымен істі қараңыз. Жазғаныңыз жоғалған жоқ.
desk-changed-look = Істі қарау
desk-changed-again = Жазғанымды бетке қайтару
desk-changed-typed = Сіз жазған мәтін
desk-write-in-kk = Өтініш беруші хаттарды қазақша алады: мәтінді қазақша жазыңыз.
desk-write-in-ru = Өтініш беруші хаттарды орысша алады: мәтінді орысша жазыңыз.
desk-record = Жазып қою
desk-print-hint = Бетті браузердің мәзірі арқылы басып шығарып, өтініш берушіге беріңіз. Мәтін тілін жоғарыдан ауыстыруға болады.
desk-signature = Қолы

## Түзету
desk-reason = Түзетудің себебі
    .hint = Не өзгергенін және оны кім растағанын жазыңыз. Себеп істің тарихында қалады.
desk-reason-missing = Түзетудің себебін жазыңыз.

## Түзетуге қайтару
desk-return-title = Түзетуге қайтару
desk-return-lead = Түзетілуге тиіс бөлімдер мен құжаттарға ескерту жазыңыз: не дұрыс емес және не істеу керек. Өтініш беруші тек сол жерлерді өзгерте алады.
desk-remark = Ескерту
desk-return = Өтінішті қайтару

## Қабылдау
desk-accept-title = Өтінішті қабылдау
desk-accept-lead = Түпнұсқаларды порталдағы көшірмелерімен салыстырыңыз. Әр құжатты салыстырған соң белгілеңіз.
desk-originals = Салыстырылған құжаттар
desk-original-missing = Бұл түпнұсқа белгіленбеген: салыстырып, белгілеңіз.
desk-next-day = Жұмыс уақыты біткен немесе бүгін жұмыс күні емес. Сондықтан өтініш келесі жұмыс күні тіркеледі (Әкімшілік рәсімдік-процестік кодекс, 64-бап).
desk-will-register-on = Қазір қабылдасаңыз, тіркелу күні
desk-will-be-due-on = Сонда мерзімнің соңғы күні
desk-accept = Қабылдап, тіркеу
desk-talon-title = Өтініштің қабылданғаны туралы талон
desk-registration-number = Тіркеу нөмірі
desk-handed-in-at = Құжаттар тапсырылған уақыт
desk-registered-on = Тіркелген күні
desk-accepted-by = Қабылдаған қызметкер
desk-talon-documents = Қабылданған құжаттар
desk-talon-note = Өтініштің қалай қаралып жатқанын порталда нөмір мен код арқылы білуге болады.

## Қабылдаудан бас тарту
desk-refuse-acceptance-title = Қабылдаудан бас тарту
desk-refuse-acceptance-lead = Әкелінбеген немесе мерзімі өткен әр құжатты белгілеңіз. Олар өтініш берушіге берілетін қолхатқа жазылады.
desk-fault-none = Бәрі дұрыс
desk-refuse-acceptance = Қабылдаудан бас тартып, қолхат беру
desk-receipt-title = Өтінішті қабылдаудан бас тарту туралы қолхат
desk-receipt-open = Қолхатты ашу
desk-receipt-at = Берілген уақыты
desk-receipt-by = Берген қызметкер
desk-receipt-items = Мына құжаттарға байланысты өтініш қабылданбады
desk-receipt-note = Құжаттарды толықтырып, жаңа өтінішті кез келген уақытта бере аласыз.

## Келісу
desk-approvals = Келісу
desk-approver = Кімнен сұралды
desk-asked = Сұрау салу
desk-answered = Жауап
desk-no-answer-yet = Жауап әлі жоқ
desk-record-answer = Жауабын жазу
desk-security-waits = Ұлттық қауіпсіздік органдарының оң жауабы жазылмаған. Онсыз рұқсат беруге болмайды.
desk-ask-title = Сұрау салуды жазу
desk-ask-lead = Қайта сұрау салсаңыз, бұрынғы сұрау салу мен оның жауабы жаңасымен ауыстырылады.
desk-answer-title = Жауапты жазу
desk-nobody-asked = Әзірге ешкімге сұрау салынбаған. Алдымен сұрау салуды жазыңыз.
desk-approval-asked_on = Сұрау салынған күн
desk-approval-outgoing_number = Хаттың шығыс нөмірі
desk-approval-answered_on = Жауап келген күн

## Бас тартуды дайындау және шешім
desk-prepare-title = Бас тартуды дайындау
desk-prepare-lead = Өтініш берушіге бас тарту дайындалып жатқаны хабарланады. Ол қарсылық білдіре алады, тыңдау өткізуді сұрай алады. Акт көрсетілген күннен бұрын шықпайды.
desk-prepared-title = Бас тарту дайындалды
desk-notified-on = Өтініш берушіге хабарланған күн
desk-objection-until = Қарсылық білдірудің соңғы күні
desk-not-before = Шешімге қол қоюға болатын ең ерте күн
desk-prepared-by = Дайындаған қызметкер
desk-grounds = Бас тарту негіздері
    .hint = Осы адамға қолдануға болатын негіздер ғана көрсетілген.
desk-reasons = Бас тартудың себептері
desk-prepare = Дайындап, өтініш берушіге хабарлау
desk-approve-title = Рұқсат беру
desk-approve-lead = Шешім бірден күшіне енеді, оны порталда кері қайтаруға болмайды.
desk-approve-button = Рұқсат беру
desk-way-approvals = Келісуге өту
desk-way-prepared = Тыңдауға өту
desk-refuse-title = Бас тарту шешіміне қол қою
desk-refuse-lead = Дайындалған бас тартуды тексеріңіз. Оған дайындаған қызметкер емес, басқа қызметкер қол қояды. Шешімді порталда кері қайтаруға болмайды.
desk-refuse-button = Бас тартуға қол қою
desk-issue-title = Рұқсатты қолға беру
desk-issue-lead = Рұқсатты өтініш берушінің қолына бергеннен кейін растаңыз.
desk-issue-button = Рұқсат қолға берілді

## Әкімшілік
admin-staff-title = Қызметкерлер
admin-accounts = { $count } есептік жазба
admin-name = Тегі және аты мен әкесінің атының бас әріптері
    .hint = Құжаттарда осылай көрсетіледі, мысалы: Омарова А. Б.
admin-login = Логин
    .hint = 3–40 таңба: кіші латын әріптері, цифр, нүкте, сызықша және астыңғы сызық.
admin-role = Рөлі
admin-unit = Басқарма
    .hint = Қызметкер осы өңірдің істерін көреді, аудитор барлық өңірдікін көреді.
admin-password = Құпиясөз
    .hint = Кемінде 12 таңба. Құпиясөзді қызметкерге жеке айтыңыз.
admin-state = Кіру
admin-enabled = рұқсат етілген
admin-disabled = тыйым салынған
admin-own = сіздің есептік жазбаңыз
admin-disable = Кіруге тыйым салу
admin-enable = Кіруге рұқсат ету
admin-add-title = Жаңа қызметкер
admin-add = Есептік жазба жасау
admin-first-title = Бірінші әкімші
admin-first-lead = Порталда әзірге есептік жазба жоқ. Мұнда бірінші әкімшінің есептік жазбасы жасалады. Сілтеме бір рет қана жұмыс істейді.
admin-first = Есептік жазба жасап, кіру
