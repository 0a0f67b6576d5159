# Өтініш-сауалнама: қадамдар, сұрақтар, таңдайтын жауаптар.
# Сұрақ – «{қадам}-{өріс}», түсіндірмесі – «.hint», жауап – «{тізім}-{код}».

## Ортақ сөздер

yes = Иә
no = Жоқ
choose = Таңдаңыз
day = Күн
month = Ай
year = Жыл
error-word = Қате:
language-own-name = Қазақша

progress-not_started = Басталмаған
progress-to_mend = Түзету керек
progress-done = Дайын

month-of-1 = қаңтар
month-of-2 = ақпан
month-of-3 = наурыз
month-of-4 = сәуір
month-of-5 = мамыр
month-of-6 = маусым
month-of-7 = шілде
month-of-8 = тамыз
month-of-9 = қыркүйек
month-of-10 = қазан
month-of-11 = қараша
month-of-12 = желтоқсан

date-in-words = { $year } жылғы { $day } { $month }
moment-in-words = { $date }, сағат { $time }

## Қадамдар

step-situation = Жағдайыңыз
    .intro = Осы жауаптарға қарай қандай құжат керегі және қандай сұрақ қойылатыны анықталады. Өтінішті бала немесе әрекетке қабілетсіз адам үшін толтырсаңыз, сол адамның деректерін жазыңыз. Өзіңіздің деректеріңіз үшін «Заңды өкіл» бөлімі бар.
step-representative = Заңды өкіл
    .intro = Кәмелетке толмаған немесе әрекетке қабілетсіз адамның атынан өтінішті заңды өкілі береді. Осы бетте өкілдің деректерін жазыңыз.
step-person = Жеке деректер
    .intro = Деректерді паспорттағыдай жазыңыз: олар құжаттармен салыстырылады.
step-passport = Жеке басты куәландыратын құжат
    .intro = Осы құжаттың түпнұсқасын басқармаға алып келесіз. Өз еліңіздің ішінде ғана қолданылатын жеке куәлік жарамайды.
step-contacts = Байланыс және қазіргі мекенжай
    .intro = Хабарламалар осы мекенжайға, телефонға немесе электрондық поштаға жіберіледі. Өтінішті өзіңіз тұратын облыстың немесе қаланың Көші-қон қызметі басқармасы қарайды.
step-arrival = Қазақстанға келу
    .intro = Қашан, қандай визамен және не үшін келгеніңізді жазыңыз.
step-residence = Тұрақты тұратын жер
    .intro = Рұқсат алғаннан кейін қайда тұратыныңызды және тұрғын үйді кім беретінін жазыңыз.
step-family = Отбасы жағдайы
step-children = 18 жасқа толмаған балалар
    .intro = 18 жасқа толмаған балаларыңыздың бәрін жазыңыз: сізбен бірге өтініш беретінін де, бермейтінін де.
step-relatives = Жақын туыстар
    .intro = Қазақстандағы және шетелдегі жақын туыстарыңызды жазыңыз: ата-анаңызды, 18 жасқа толған балаларыңызды, туған аға-інілеріңіз бен әпке-қарындастарыңызды. Жұбайыңызды (зайыбыңызды) және 18 жасқа толмаған балаларыңызды қайта жазудың қажеті жоқ.
step-education = Білім және кәсіп
step-work = Соңғы бес жылдағы жұмыс пен оқу
    .intro = Соңғы бес жылды үзіліссіз жазыңыз: жұмысты, оқуды, әскери қызметті, жұмыссыз немесе үйде болған уақытты. Бір айдан аспайтын үзілісті жазбауға болады.
step-solvency = Төлем қабілеттілігі
    .intro = Заң бойынша өтініш беруші төлем қабілеттілігін растайды немесе растаудан босататын негізді көрсетеді.
step-history = Соттылық, азаматтық, бұрынғы өтініштер
    .intro = Бұл мәліметтерді мемлекеттік органдар тексереді, сондықтан шынын жазыңыз. «Иә» деген жауап рұқсат берілмейді деген сөз емес.
step-fee = Мемлекеттік баж
    .intro = Баж – төлеген күнгі 4 АЕК. Төлем құжатындағы деректерді жазыңыз.
step-documents = Құжаттар
    .intro = Әр құжаттың анық сканын немесе суретін жүктеңіз. Түпнұсқаларын басқармаға өзіңіз алып келесіз.
step-photograph = Фотосурет
    .intro = Соңғы алты айда түсірілген бір фотосурет жүктеңіз. Қағазға басылған 35×45 мм суретті басқармаға алып келесіз.
step-declaration = Растау және келісім
    .intro = Соңғы қадам: жазғаныңыздың дұрыс екенін растайсыз және дербес деректеріңізді өңдеуге келісім бересіз.

## Жағдайыңыз

situation-born_on = Туған күніңіз
    .hint = Цифрмен жазыңыз, мысалы: 27 3 1990
    .why = { why-age }
situation-stateless = Сіз азаматтығы жоқ адамсыз ба?
    .why = { why-who }
situation-citizenship = Қай елдің азаматысыз?
    .hint = Азаматтығыңыз жоқ болса, бос қалдырыңыз. Азаматтығыңыз бірнешеу болса, Қазақстанға қай елдің паспортымен кірсеңіз, сол елді таңдаңыз.
    .why = { why-who }
situation-stateless_without_papers = Сізді құжаттарыңыз болмағандықтан немесе 1974 жылғы үлгідегі КСРО паспорты негізінде азаматтығы жоқ адам деп таныды ма?
    .hint = Азаматтығы жоқ адамдар ғана жауап береді.
    .why = { why-spared }
situation-basis = Қазақстанда қандай негізде тұрып жатырсыз?
    .why = { why-who }
situation-grounds = Мыналардың қайсысы сізге қатысты?
    .hint = Сізге қатыстының бәрін белгілеңіз, оны кейін құжатпен растайсыз. Ешқайсысының қатысы болмаса, бос қалдырыңыз.
    .why = { why-exempt }
situation-refugee = Қазақстанда босқын мәртебеңіз бар ма?
    .why = { why-who }
situation-citizenship_taken_through_mission = Басқа елдің азаматтығын оның Қазақстандағы елшілігі немесе консулдығы арқылы алдыңыз ба?
    .why = { why-who }
situation-permanently_registered = Қазақстанда тұрақты тіркелгенсіз бе?
    .hint = Алдыңғы сұраққа «Иә» десеңіз ғана жауап беріңіз.
    .why = { why-who }
situation-incapable = Сот сізді әрекетке қабілетсіз деп таныды ма?
    .why = { why-incapable }
situation-children_14_to_17 = Сізбен бірге 14 пен 18 жас аралығындағы неше бала өтініш береді?
    .hint = Ондай бала болмаса, 0 деп жазыңыз. 18-ге толған баланы қоспаңыз.
    .why = { why-children }
situation-arrived_with_parent = Қазақстанға ата-анаңызбен немесе олардың бірімен келдіңіз бе?
    .why = { why-minor }
situation-representative_resident = Заңды өкіліңіз Қазақстан азаматы ма немесе осында тұрақты тұра ма?
    .hint = Заңды өкіл – ата-ана, қорғаншы немесе қамқоршы.
    .why = { why-minor }
situation-other_parent_abroad = Ата-анаңыздың бірі немесе екеуі де Қазақстаннан тыс жерде тұра ма?
    .why = { why-minor }

## Заңды өкіл

representative-role = Өкіл өтініш берушінің кімі болады?
    .why = { why-representative }
representative-surname = Өкілдің тегі
    .why = { why-representative }
representative-given_names = Өкілдің аты
    .why = { why-representative }
representative-patronymic = Өкілдің әкесінің аты (бар болса)
    .why = { why-representative }
representative-born_on = Өкілдің туған күні
    .why = { why-representative }
representative-citizenship = Өкілдің азаматтығы
    .hint = Азаматтығы жоқ болса, бос қалдырыңыз.
    .why = { why-representative }
representative-iin = Өкілдің ЖСН-і (бар болса)
    .hint = 12 цифр; алғашқы алты цифр әдетте туған жылды, айды және күнді білдіреді, мысалы: 850714…
    .why = { why-representative }
representative-paper_number = Өкілдің паспортының немесе жеке куәлігінің нөмірі
    .hint = Мысалы: N1234567
    .why = { why-representative }
representative-phone = Өкілдің телефоны
    .hint = Ел кодымен бірге, мысалы: +7 701 234 56 78
    .why = { why-representative }
representative-authority-group = Өкілдің өкілеттігін растайтын құжат
representative-authority = Құжаттың атауы және нөмірі
    .hint = Мысалы: баланың туу туралы куәлігі немесе қорғаншы тағайындау туралы шешім.
    .why = { why-representative }
representative-authority_issued_on = Құжаттың берілген күні
    .why = { why-representative }

## Жеке деректер

person-as-in-passport = Латын әріптерімен, паспорттағыдай
person-surname_latin = Тегіңіз (латын әріптерімен)
    .hint = Паспорттың төменгі екі жолындағыдай, мысалы: AKHMETOV
    .why = { why-identity }
person-given_names_latin = Атыңыз (латын әріптерімен)
    .hint = Паспортта атыңыз көрсетілмесе, бос қалдырыңыз.
    .why = { why-identity }
person-in-cyrillic = Қазақ немесе орыс әріптерімен
person-surname = Тегіңіз
    .why = { why-identity }
person-given_names = Атыңыз
    .why = { why-identity }
person-patronymic = Әкеңіздің аты (бар болса)
    .hint = Паспортта жазылмаса, бос қалдырыңыз.
    .why = { why-identity }
person-had_other_name = Аты-жөніңізді өзгерткен кезіңіз болды ма?
    .why = { why-identity }
person-if-name-changed = Аты-жөніңізді өзгерткен болсаңыз
person-former_name = Бұрынғы аты-жөніңіз
    .hint = Бірнеше рет өзгерткен болсаңыз, бәрін жазыңыз.
    .why = { why-identity }
person-former_name_until = Өзгерткен күніңіз
    .why = { why-identity }
person-former_name_reason = Өзгерту себебі
    .hint = Мысалы: некеге тұру.
    .why = { why-identity }
person-sex = Жынысыңыз
    .why = { why-identity }
person-where-born = Туған жеріңіз
person-birth_country = Туған мемлекетіңіз
    .hint = Сол мемлекет қазір жоқ болса, туған жеріңіз бүгін қай елде екенін таңдаңыз.
    .why = { why-birthplace }
person-birth_region = Туған облысыңыз (бар болса)
    .why = { why-identity }
person-birth_place = Туған қалаңыз немесе ауылыңыз
    .why = { why-identity }
person-last_citizenship = Соңғы азаматтығыңыз
    .hint = Азаматтығы жоқ адамдар ғана жауап береді. Ешқашан азаматтығыңыз болмаған болса, бос қалдырыңыз.
    .why = { why-identity }
person-nationality = Ұлтыңыз
    .hint = Бұл – азаматтық емес. Мысалы: қазақ, өзбек, неміс.
    .why = { why-nationality }
person-iin = ЖСН (бар болса)
    .hint = 12 цифр; алғашқы алты цифр әдетте туған жылды, айды және күнді білдіреді, мысалы: 900327…
    .why = { why-identity }

## Жеке басты куәландыратын құжат

passport-kind = Құжаттың түрі
    .why = { why-passport }
passport-number = Құжаттың нөмірі
    .hint = Сериясымен бірге, мысалы: N1234567
    .why = { why-passport }
passport-country = Құжатты берген мемлекет
    .why = { why-passport }
passport-issuer = Құжатты берген орган
    .hint = Құжатта жазылғандай.
    .why = { why-passport }
passport-issued_on = Берілген күні
    .why = { why-passport }
passport-expires_on = Жарамды соңғы күні
    .hint = Құжат өтініш берген күннен кейін кемінде тағы 181 күн жарамды болуы керек.
    .why = { why-passport }

## Байланыс және қазіргі мекенжай

contacts-phone = Телефон
    .hint = Ел кодымен бірге, мысалы: +7 701 234 56 78
    .why = { why-contact }
contacts-email = Электрондық пошта (бар болса)
    .hint = Мысалы: name@example.kz
    .why = { why-contact }
contacts-letters_in = Хаттарды қай тілде алғыңыз келеді?
    .why = { why-contact }
contacts-here = Қазақстандағы қазіргі мекенжайыңыз
contacts-region = Облыс немесе қала
    .why = { why-address }
contacts-district = Аудан (бар болса)
    .why = { why-address }
contacts-locality = Қала немесе ауыл
    .hint = Астанада, Алматыда немесе Шымкентте тұрсаңыз, сол қаланың атын қайта жазыңыз.
    .why = { why-address }
contacts-street = Көше
    .hint = Көше аты болмаса, шағын ауданды жазыңыз, мысалы: 5-шағын аудан.
    .why = { why-address }
contacts-house = Үй нөмірі
    .why = { why-address }
contacts-flat = Пәтер (бар болса)
    .why = { why-address }
contacts-postcode = Пошта индексі (білсеңіз)
    .hint = Мысалы: 050000 немесе A10A1B2
    .why = { why-address }

## Қазақстанға келу

arrival-arrived_on = Қазақстанға келген күніңіз
    .hint = Бірнеше рет келген болсаңыз, соңғы келген күнді жазыңыз.
    .why = { why-arrival }
arrival-visa = Қандай визамен келдіңіз?
    .why = { why-arrival }
arrival-if-visa = Визамен келген болсаңыз
arrival-visa_number = Визаның нөмірі
    .why = { why-arrival }
arrival-visa_from = Виза қай күннен бастап жарамды
    .why = { why-arrival }
arrival-visa_until = Виза қай күнге дейін жарамды
    .why = { why-arrival }
arrival-purpose = Қазақстанға не үшін келдіңіз?
    .why = { why-purpose }
arrival-reason = Қазақстанда неге тұрақты тұрғыңыз келеді?
    .hint = Өз сөзіңізбен, қысқаша жазыңыз.
    .why = { why-purpose }
arrival-abroad = Шетелдегі соңғы мекенжайыңыз
arrival-abroad_country = Бұрын тұрған еліңіз
    .why = { why-abroad }
arrival-abroad_address = Сол елдегі мекенжайыңыз
    .hint = Облыс, қала немесе ауыл, көше, үй.
    .why = { why-abroad }

## Тұрақты тұратын жер

residence-same_address = Рұқсат алған соң да қазіргі мекенжайыңызда тұрасыз ба?
    .why = { why-housing }
residence-if-other-address = Басқа мекенжайда тұратын болсаңыз
residence-region = Тұратын облысыңыз немесе қалаңыз
    .why = { why-housing }
residence-locality = Тұратын қала немесе ауыл
    .why = { why-housing }
residence-street = Тұратын көше
    .why = { why-housing }
residence-house = Тұратын үйдің нөмірі
    .why = { why-housing }
residence-flat = Тұратын пәтер (бар болса)
    .why = { why-housing }
residence-provider = Тұрғын үйді кім береді?
    .why = { why-housing }
residence-if-provided = Тұрғын үйді басқа адам немесе ұйым берсе
residence-provider_name = Тұрғын үй берушінің аты-жөні немесе атауы
    .why = { why-housing }
residence-provider_number = Тұрғын үй берушінің ЖСН-і немесе БСН-і (білсеңіз)
    .hint = 12 цифр.
    .why = { why-housing }
residence-paper = Нотариус куәландырған құжат
    .hint = Төлем қабілеттілігіңізді растайтын болсаңыз, тек шарт қабылданады.
    .why = { why-housing }
residence-notarised_on = Нотариус куәландырған күн
    .why = { why-housing }
residence-notary = Нотариустың аты-жөні
    .why = { why-housing }
residence-notarial_number = Нотариус тізіліміндегі нөмірі
    .hint = Нотариустың куәландыру жазбасында көрсетіледі.
    .why = { why-housing }
residence-registered_days = Тұрғын үй беруші сізді неше күнге тұрақты тіркеуге келісті?
    .hint = Кемінде күнтізбелік 180 күн. Құжатта жазылғандай көрсетіңіз.
    .why = { why-housing }

## Отбасы жағдайы

family-marital_status = Отбасы жағдайыңыз
    .why = { why-family }
family-if-married = Некеде болсаңыз
family-spouse_name = Жұбайыңыздың (зайыбыңыздың) аты-жөні
    .why = { why-family }
family-spouse_born_on = Жұбайыңыздың (зайыбыңыздың) туған күні
    .why = { why-family }
family-spouse_citizenship = Жұбайыңыздың (зайыбыңыздың) азаматтығы
    .hint = Азаматтығы жоқ болса, бос қалдырыңыз.
    .why = { why-family }
family-spouse_applies = Жұбайыңыз (зайыбыңыз) да тұрақты тұруға рұқсат сұрай ма?
    .why = { why-family }
family-citizenship_by_marriage = Тұрмысқа шығуыңызға байланысты азаматтығыңыз өзгерді ме?
    .hint = Әйелдер ғана жауап береді. Азаматтығыңыз тұрмысқа шыққаннан, ажырасқаннан немесе күйеуіңіз азаматтығын ауыстырғаннан кейін өзгерсе не тоқтаса, «Иә» деп белгілеңіз. Ондай әйелдерді Тұрмыстағы әйелдердің азаматтығы туралы конвенция қорғайды.
    .why = { why-spared }

## Балалар

children-add = Бала қосу
children-none = 18 жасқа толмаған балам жоқ
children-all = 18 жасқа толмаған балаларымның бәрін жаздым
children-complete = Балалар тізімі толық
children-name = Баланың аты-жөні
    .hint = Тегі, аты, әкесінің аты (бар болса).
    .why = { why-children }
children-born_on = Баланың туған күні
    .why = { why-children }
children-citizenship = Баланың азаматтығы
    .hint = Азаматтығы жоқ болса, бос қалдырыңыз.
    .why = { why-children }
children-applies_jointly = Бала сізбен бірге өтініш бере ме?
    .why = { why-children }
children-lives_in_kazakhstan = Бала Қазақстанда тұра ма?
    .why = { why-children }

## Жақын туыстар

relatives-add = Туыс қосу
relatives-none = Жақын туысым жоқ
relatives-all = Жақын туыстарымның бәрін жаздым
relatives-complete = Туыстар тізімі толық
relatives-relation = Туыстық дәрежесі
    .why = { why-relatives }
relatives-name = Туысыңыздың аты-жөні
    .hint = Тегі, аты, әкесінің аты (бар болса).
    .why = { why-relatives }
relatives-birth_year = Туған жылы (білсеңіз)
    .hint = Төрт цифр, мысалы: 1962
    .why = { why-relatives }
relatives-citizenship = Туысыңыздың азаматтығы
    .hint = Азаматтығы жоқ болса немесе білмесеңіз, бос қалдырыңыз.
    .why = { why-relatives }
relatives-country = Қай елде тұрады?
    .why = { why-relatives }
relatives-address = Мекенжайы (білсеңіз)
    .why = { why-relatives }

## Білім және кәсіп

education-level = Білім деңгейіңіз
    .why = { why-education }
education-institution = Оқу орнының атауы
    .hint = Соңғы бітірген оқу орныңызды жазыңыз. Мектеп бітірмеген болсаңыз, бос қалдырыңыз.
    .why = { why-education }
education-speciality = Мамандығыңыз (бар болса)
    .why = { why-education }
education-graduated_in = Бітірген жылыңыз
    .hint = Төрт цифр, мысалы: 2012
    .why = { why-education }
education-profession = Кәсібіңіз
    .hint = Немен айналысасыз? Кәсібіңіз болмаса, «жоқ» деп жазыңыз.
    .why = { why-education }
education-if-in-demand = Сұранысқа ие кәсібіңіз болса
education-in_demand = Сұранысқа ие кәсіптер тізбесіндегі кәсібіңіз
    .why = { why-in-demand }
education-occupation_group = Ұлттық жұмыстар жіктеушісіндегі (ҰЖЖ) тобы
    .hint = Салалық мемлекеттік органның қолдаухатында көрсетіледі.
    .why = { why-in-demand }

## Соңғы бес жылдағы жұмыс пен оқу

work-add = Кезең қосу
work-none = Кезеңдер көрсетілмеген
work-first = Алдымен кемінде бір кезең қосыңыз: жұмыс, оқу, әскери қызмет немесе жұмыссыз болған уақыт.
work-all = Соңғы бес жылды толық жаздым
work-complete = Кезеңдер тізімі толық
work-occupation = Бұл уақытта немен айналыстыңыз?
    .why = { why-work }
work-from = Басталған күні
    .hint = Нақты күнін білмесеңіз, айдың бірінші күнін жазыңыз.
    .why = { why-work }
work-until = Аяқталған күні
    .hint = Әлі жалғасып жатса, бос қалдырыңыз.
    .why = { why-work }
work-ongoing = Әлі жалғасып жатыр ма?
    .why = { why-work }
work-where = Қайда
work-organisation = Ұйымның атауы
    .hint = Жұмыс орны, оқу орны немесе әскери бөлім. Ондай орын болмаса, бос қалдырыңыз.
    .why = { why-work }
work-position = Лауазымыңыз немесе мамандығыңыз (бар болса)
    .why = { why-work }
work-country = Ел
    .why = { why-work }
work-locality = Қала немесе ауыл
    .why = { why-work }

## Төлем қабілеттілігі

solvency-bank = Анықтама берген банк
    .hint = Қазақстандағы банк болуы керек.
    .why = { why-solvency }
solvency-certificate_number = Анықтаманың нөмірі (бар болса)
    .why = { why-solvency }
solvency-certificate_issued_on = Анықтаманың берілген күні
    .hint = Анықтама берілген күн мен өтініш берген күннің арасы күнтізбелік 180 күннен аспауы керек.
    .why = { why-solvency }
solvency-amount = Шоттағы сома, теңгемен
    .hint = Кемінде 1320 АЕК. Тек цифрмен, тиынсыз жазыңыз, мысалы: 6500000
    .why = { why-solvency }
solvency-bank_may_answer = Полицияның осы анықтама туралы банктен сұрауына келісемін.
    .hint = Банк ақпаратты сіздің жазбаша келісіміңізбен береді.
    .why = { why-solvency }
solvency-exempt_as = Төлем қабілеттілігін растаудан қандай негізбен босатыласыз?
    .hint = Құжатпен дәлелдейтін негізіңізді белгілеңіз.
    .why = { why-exempt }
solvency-exemption_paper = Негізді растайтын құжат
    .hint = Атауы, нөмірі, күні. Мысалы: туу туралы куәлік немесе мұрағат анықтамасы.
    .why = { why-exempt }

## Соттылық, азаматтық, бұрынғы өтініштер

history-crime = Соттылық және қылмыстық қудалау
history-convicted = Қылмыс үшін сотталған кезіңіз болды ма?
    .hint = Қай елде болса да.
    .why = { why-history }
history-convicted_details = Соттылық туралы мәлімет
    .hint = «Иә» десеңіз, жазыңыз: қашан, қай елде, не үшін; соттылығыңыз алынды ма, жойылды ма.
    .why = { why-history }
history-prosecuted = Қазір сізге қатысты қылмыстық қудалау жүріп жатыр ма?
    .why = { why-history }
history-prosecuted_details = Қылмыстық қудалау туралы мәлімет
    .hint = «Иә» десеңіз, жазыңыз: қай елде және не үшін.
    .why = { why-history }
history-in-kazakhstan = Қазақстандағы құқық бұзушылық
history-expelled = Қазақстаннан шығарып жіберілген кезіңіз болды ма?
    .why = { why-history }
history-expelled_on = Шығарып жіберілген күніңіз
    .hint = «Иә» десеңіз ғана жазыңыз. Бірнеше рет болса, соңғысын көрсетіңіз.
    .why = { why-history }
history-fined = Қазақстанда әкімшілік жауаптылыққа тартылған кезіңіз болды ма?
    .why = { why-history }
history-fined_details = Әкімшілік жауаптылық туралы мәлімет
    .hint = «Иә» десеңіз, жазыңыз: қашан және не үшін.
    .why = { why-history }
history-citizenship = Бұрынғы азаматтық
history-former_citizen = Бұрын Қазақстан немесе Қазақ КСР азаматы болдыңыз ба?
    .why = { why-former-citizen }
history-citizenship_ended = Сол азаматтығыңыз қалай тоқтады?
    .hint = Алдыңғы сұраққа «Иә» десеңіз ғана жауап беріңіз.
    .why = { why-former-citizen }
history-applications = Бұрынғы өтініштер
history-applied_before = Қазақстанда тұрақты тұруға рұқсат сұрап, бұрын өтініш берген кезіңіз болды ма?
    .why = { why-history }
history-applied_before_details = Бұрынғы өтініш туралы мәлімет
    .hint = «Иә» десеңіз, жазыңыз: қашан және қай басқармаға бердіңіз, қандай шешім қабылданды.
    .why = { why-history }

## Мемлекеттік баж

fee-paid_on = Төленген күні
    .why = { why-fee }
fee-amount = Төленген сома, теңгемен
    .hint = Тек цифрмен, тиынсыз жазыңыз, мысалы: 17300
    .why = { why-fee }
fee-receipt_number = Төлем құжатының нөмірі
    .hint = Түбіртектің немесе транзакцияның нөмірі.
    .why = { why-fee }
fee-payer = Төлеушінің аты-жөні
    .hint = Төлем құжатында жазылғандай.
    .why = { why-fee }
fee-bank = Банк (банк арқылы төлеген болсаңыз)
    .why = { why-fee }

## Растау және келісім

declaration-truthful = Жазған мәліметтерім дұрыс әрі толық. Көрінеу жалған мәліметтің рұқсат беруден бас тартуға негіз болатынын білемін.
    .why = { why-declaration }
declaration-notices = Көрсетілген мекенжай, жұмыс орны, телефон және электрондық пошта дұрыс. Осы байланыс деректеріне жіберілген хабарламаны тиісті әрі жеткілікті деп танимын.
    .why = { why-declaration }
declaration-consent-title = Дербес деректерді жинауға және өңдеуге келісім
declaration-consent-why = «Дербес деректер және оларды қорғау туралы» Заң бойынша келісімде мына сегіз мәлімет болуы керек.
# БСН – пайдаланушы мекеменің дерегі: портал іске қосылмай тұрып осында жазылуы керек.
declaration-consent-operator = Оператор.
    .text = Өтінішіңізді қарайтын полиция департаментінің Көші-қон қызметі басқармасы. БСН-і портал іске қосылғанда енгізіледі.
declaration-consent-subject = Деректер субъектісі.
    .text = Осы сауалнамада аты-жөні жазылған өтініш беруші. Ол үшін заңды өкілі толтырса, өкілі де.
declaration-consent-term = Келісімнің мерзімі.
    .text = Өтініш берілген күннен бастап заңнамада белгіленген сақтау мерзімі біткенге дейін.
declaration-consent-third-parties = Үшінші тұлғаларға беру.
    .text = Деректер өтінішті келісетін ұлттық қауіпсіздік органдарына және тексеруге қатысатын ішкі істер органдарына беріледі. Төлем қабілеттілігіңізді растасаңыз, анықтама берген банкке де сұрау жіберіледі.
declaration-consent-abroad = Трансшекаралық беру.
    .text = Портал деректерді басқа елге бермейді.
declaration-consent-public = Жалпыға бірдей қолжетімді көздер.
    .text = Деректер ондай көздерде таратылмайды.
declaration-consent-data = Жиналатын деректер.
    .text = Осы сауалнамада жазғаныңыз: аты-жөніңіз, туған күніңіз бен жеріңіз, жынысыңыз, ұлтыңыз, азаматтығыңыз, ЖСН, құжаттарыңыз, мекенжайыңыз бен байланыс деректеріңіз. Отбасыңыз, біліміңіз, жұмысыңыз, төлем қабілеттілігіңіз және соттылығыңыз туралы мәліметтер, денсаулығыңыз туралы құжаттар мен фотосуретіңіз де жиналады.
declaration-consent-other = Өзге де мәліметтер.
    .text = Деректер өтінішіңізді қарау үшін жиналады. Келісімді кері қайтарып ала аласыз. Сонда он бес жұмыс күні ішінде өңдеу тоқтатылады немесе себебі көрсетіліп, бас тартылады. Келісім болмаса, мемлекеттік қызмет көрсетуден бас тартылады.
declaration-data_consent = Дербес деректерімді осы шарттармен жинауға және өңдеуге келісемін.
    .why = { why-declaration }
declaration-signed_by = Келісім беріп отырған адамның аты-жөні
    .hint = Өтініш берушінің өзі немесе заңды өкілі. Қағаз сауалнамаға басқармада қол қоясыз.
    .why = { why-declaration }

## Құжат туралы

paper-number = Құжаттың нөмірі (бар болса)
    .why = { why-paper }
paper-dated = Құжат берілген күн мен өтініш берген күннің арасы күнтізбелік 180 күннен аспауы керек.
paper-issued_on = Берілген күні
    .why = { why-paper }
paper-issuer = Құжатты кім берді
    .why = { why-paper }
paper-issued_in = Құжат қай елде берілді
    .why = { why-paper }
paper-language = Құжат қай тілде жазылған
    .why = { why-translation }
paper-translated = Нотариус куәландырған аудармасы бар ма?
    .hint = Қазақ немесе орыс тіліндегі құжатқа аударма керек емес.
    .why = { why-translation }
paper-legalisation = Құжат қалай заңдастырылды?
    .hint = Паспорт пен Қазақстанда берілген құжат үшін жауап берудің қажеті жоқ.
    .why = { why-legalisation }

## Таңдайтын жауаптар

basis-b8 = B8 визасы – тұрақты тұруға рұқсат ресімдеу үшін
basis-b9 = B9 визасы – сұранысқа ие кәсіп иесі үшін
basis-investor = Инвесторға берілген көп реттік виза
basis-visa_free = Визасыз: менің елім мен Қазақстан арасында визасыз жүру туралы келісім бар
basis-ethnic_kazakh = Кез келген виза: этникалық қазақпын
basis-refugee = Босқын мәртебесі
basis-resident = Қазақстанда тұрақты тіркелгенмін
basis-none = Бұлардың ешқайсысы емес

role-parent = Ата-анасы (әкесі немесе анасы)
role-guardian = Қорғаншысы
role-trustee = Қамқоршысы

sex-female = Әйел
sex-male = Ер

passport_kind-passport = Шетелдік паспорт
passport_kind-stateless = Азаматтығы жоқ адамның құжаты
passport_kind-refugee = Босқынның құжаты

letters-kk = Қазақ тілінде
letters-ru = Орыс тілінде

provider-person = Басқа адам (жеке тұлға)
provider-organisation = Ұйым (заңды тұлға)
provider-own = Тұрғын үй өзімдікі

housing_paper-contract = Шарт
housing_paper-statement = Өтініш

marital-single = Некеде болмағанмын
marital-married = Некедемін
marital-divorced = Ажырасқанмын
marital-widowed = Жұбайым (зайыбым) қайтыс болған

education-none = Мектеп бітірмегенмін
education-secondary = Орта білім
education-vocational = Техникалық және кәсіптік білім
education-bachelor = Жоғары білім
education-master = Магистратура
education-doctor = Докторантура

occupation-work = Жұмыс
occupation-own_business = Өз кәсібім
occupation-study = Оқу
occupation-service = Әскери қызмет
occupation-home = Үй шаруасы немесе бала күтімі
occupation-unemployed = Жұмыссыз болдым
occupation-pension = Зейнетте болдым

citizenship_end-left = Қазақстан азаматтығынан шықтым
citizenship_end-took_another = Басқа елдің азаматтығын алдым
citizenship_end-lost = Қазақстан азаматтығын жоғалттым
citizenship_end-deprived = Мені Қазақстан азаматтығынан айырды
citizenship_end-soviet_only = Тек Қазақ КСР азаматы болдым

profession-it_infrastructure_architect = АТ-инфрақұрылым сәулетшісі
profession-software_architect = Бағдарламалық қамтылым сәулетшісі
profession-neonatologist = Неонатолог
profession-oncologist = Онколог
profession-endocrinologist = Эндокринолог
profession-neurosurgeon = Нейрохирург
profession-hematologist = Гематолог
profession-bacteriologist = Бактериолог
profession-medical_physicist = Инженер – медициналық физик
profession-medical_radiochemist = Инженер – медициналық радиохимик
profession-pharmacy_engineer = Инженер-технолог (фармация)
profession-organic_engineer = Органикалық заттар технологиясы жөніндегі инженер-зерттеуші
profession-inorganic_engineer = Бейорганикалық заттар технологиясы жөніндегі инженер-зерттеуші
profession-minerals_engineer = Пайдалы қазбаларды байыту жөніндегі инженер-зерттеуші
profession-pulp_engineer = Целлюлоза-қағаз, полиграфия және талшық өндірісі технологиясы жөніндегі инженер-зерттеуші
profession-space_engineer = Ғарыш жүйелерінің аппараттық-бағдарламалық қамтылымы жөніндегі инженер
profession-innovation_engineer = Жаңа техника мен технологияны енгізу жөніндегі инженер
profession-aviation_engineer = Авиациялық инженер
profession-laser_engineer = Лазерлік техника жөніндегі инженер
profession-training_master = Өндірістік оқыту шебері (инженерия және инженерлік іс)
profession-textile_classifier = Тоқыма шикізатының жіктеушісі
profession-other = Тізімдегі басқа кәсіп

legalisation-apostille = Апостиль қойылған
legalisation-consular = Консулдық мекемеде заңдастырылған
legalisation-treaty = Халықаралық шарт бойынша заңдастырудың қажеті жоқ

## Неге сұралады

why-asked = Неге сұралады?
why-age = Құжаттар тізімі мен сұрақтар жасқа қарай өзгереді: 14, 16 және 18 жас маңызды (642-бұйрық, 8-жол).
why-who = Кім өтініш бере алатыны және қандай құжат керегі осы жауапқа байланысты (642-бұйрық, 8-жол).
why-exempt = Мұндай адам төлем қабілеттілігін растамайды («Халықтың көші-қоны туралы» Заңның 49-бабы, 4) тармақша).
why-spared = Мұндай адамға бас тартудың кейбір негіздері қолданылмайды (642-бұйрық, 9-жол).
why-minor = Он сегізге толмаған адам үшін өтінішті заңды өкіл береді, құжаттар тізімі де бөлек (642-бұйрық, 8-жол).
why-incapable = Мұндай адам үшін өтінішті заңды өкіл береді (642-бұйрық, 8-жол).
why-representative = Басқарма өкілдің кім екенін және өкілеттігін тексереді (642-бұйрық, 8-жол).
why-identity = Басқарма осы мәліметті құжатыңызбен және мемлекеттік деректермен салыстырады (642-бұйрық, 4-қосымша).
why-nationality = Этникалық қазақтарға заңда жеңілдік бар (642-бұйрық, 8 және 9-жолдар).
why-birthplace = Қазақстанда немесе Қазақ КСР-інде туған адамға заңда жеңілдік бар («Халықтың көші-қоны туралы» Заңның 1 және 49-баптары).
why-passport = Құжат өтініш берген күннен кейін 180 күннен артық жарамды болуға тиіс (642-бұйрық, 8-жол, 2) тармақша).
why-contact = Хабарлама мен шешім сізге осы арқылы жеткізіледі (Әкімшілік рәсімдік-процестік кодекстің 66-бабы).
why-address = Өтінішті өзіңіз тұратын жердің басқармасы қарайды (642-бұйрық, 8-жол).
why-arrival = Келген күніңіз бен визаңыз өтініш беруге құқығыңыз бар-жоғын көрсетеді (642-бұйрық, 8-жол, кіріспе бөлігі).
why-purpose = Сауалнамада келу мақсаты мен өтініш беру себебі сұралады (642-бұйрық, 4-қосымша).
why-abroad = Сауалнамада шетелдегі соңғы мекенжай сұралады (642-бұйрық, 4-қосымша).
why-housing = Тұрғын үй мен тұрақты тіркеуге келісім нотариус куәландырған құжатпен расталады (642-бұйрық, 8-жол, 6) тармақша).
why-family = Сауалнамада отбасы жағдайы сұралады (642-бұйрық, 4-қосымша).
why-children = Бірге өтініш беретін 14–17 жастағы баланың келісімі қажет (642-бұйрық, 8-жол, 5) тармақша).
why-relatives = Сауалнамада жақын туыстар сұралады (642-бұйрық, 4-қосымша).
why-education = Сауалнамада білім мен кәсіп сұралады (642-бұйрық, 4-қосымша).
why-in-demand = Сұранысқа ие кәсіп иесі төлем қабілеттілігін растамайды (Еңбек министрінің 2023 жылғы 20 ақпандағы № 49 бұйрығы).
why-work = Сауалнамада соңғы бес жылдағы жұмыс пен оқу сұралады (642-бұйрық, 4-қосымша).
why-solvency = Шотта кемінде 1320 АЕК болуы керек, оны Қазақстан банкінің анықтамасы растайды (642-бұйрық, 8-жол, 3) тармақша).
why-history = Заң бас тарту негіздерін осы мәлімет бойынша тексеруді талап етеді («Халықтың көші-қоны туралы» Заңның 49-бабы).
why-former-citizen = Бұрынғы азаматқа жеңілдік бар, ал азаматтықтан айырылу бас тартуға негіз болуы мүмкін («Халықтың көші-қоны туралы» Заңның 49-бабы).
why-fee = Мемлекеттік баж – 4 АЕК, оның төленгенін түбіртек растайды (642-бұйрық, 8-жол, 9) тармақша; Салық кодексінің 666-бабы).
why-paper = Құжаттың жарамдылығы мен 180 күндік мерзімі осыдан көрінеді (642-бұйрық, 8-жол).
why-translation = Шет тіліндегі құжатқа нотариус куәландырған аударма керек (642-бұйрық, 8-жол, шет тіліндегі құжаттар туралы бөлігі).
why-legalisation = Шетелде берілген құжатқа апостиль қойылады не ол заңдастырылады; кей елдің құжатына бұл керек емес (642-бұйрық, 8-жол).
why-declaration = Сіз растап, келісім бермейінше өтініш берілмейді («Дербес деректер және оларды қорғау туралы» Заң).
