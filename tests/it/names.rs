//! Names across scripts: what is one name however it is spelled, and what is not.

use ruqsat::validation::names::{Likeness, same_beginning, same_name, skeleton};

/// Spellings of one name: Kazakh, Russian, Latin of today's and of older passports.
const ONE_NAME: &[&[&str]] = &[
    &["Қайрат", "Кайрат", "Qairat", "Kairat", "Kayrat", "Qayrat", "Qaırat", "KAIRAT", "қайрат"],
    &["Ұлықбек", "Улыкбек", "Ulyqbek", "Ulykbek", "Ulıqbek", "Oulykbek"],
    &["Жұмабаев", "Жумабаев", "Zhumabayev", "Jumabaev", "Djumabaev", "ZHUMABAIEV", "Joumabaeff"],
    &["Шыңғыс", "Шынгыс", "Чингис", "Shyngys", "Şıñğıs", "Chingis", "Shynggys"],
    &["Әлия", "Алия", "Aliya", "Aliia", "Alia", "Äliia", "ALIYAH"],
    &["Айгүл", "Айгуль", "Aigul", "Aygul", "Aigül", "AIGUL'", "Aigoul"],
    &["Гүлнара", "Гульнара", "Гюльнара", "Gulnara", "Gülnara", "Gyulnara"],
    &["Өмірзақов", "Омирзаков", "Omirzakov", "Ömirzaqov", "OMIRZAKOFF"],
    &["Щербаков", "Shcherbakov", "Chtcherbakov", "Scherbakov", "Stcherbakov"],
    &["Юрий", "Yuriy", "Iurii", "Yuri", "Iouri", "Yury"],
    &["Юлия", "Yuliya", "Iuliia", "Yulia", "Ioulia"],
    &["Татьяна", "Tatiana", "Tatyana"],
    &["Сергей", "Sergei", "Sergey", "Serguei", "Sergej"],
    &["Андрей", "Andrei", "Andrey", "Andrej"],
    &["Александр", "Aleksandr", "Alexandr"],
    &["Хайруллин", "Khairullin", "Hairullin", "Xayrullin", "Khayroulline"],
    &["Бахтиёр", "Bakhtiyor", "Baxtiyor", "Bakhtior", "Bahtiyor"],
    &["Семёнов", "Семенов", "Semenov", "Semyonov", "Semionov", "Semenoff"],
    &["Ержан", "Yerzhan", "Erzhan", "Yerjan", "Erjan"],
    &["Цой", "Tsoi", "Tsoy", "Tzoy"],
    &["Жанна", "Zhanna", "Janna", "Жана"],
    &["Джамшид", "Жамшид", "Jamshid", "Dzhamshid", "Djamshid"],
    &["Асель", "Әсел", "Assel", "Asel", "Äsel", "ASSEL"],
    &["Ілияс", "Ильяс", "Ilyas", "Ilias", "Ilyass", "Ilıas"],
    &["Абдулла", "Abdulla", "Abdullah", "Abdoulla"],
    &["Петров-Водкин", "Petrov Vodkin", "PETROV-VODKIN", "petrov  vodkin"],
    &["O'Connor", "OCONNOR", "O’Connor", "Oconnor"],
    &["Объедков", "Obieedkov", "Obedkov", "Obyedkov"],
    &["Нұрсұлтан", "Нурсултан", "Nursultan", "Nūrsūltan", "Noursoultan"],
    &["Дәулет", "Даулет", "Daulet", "Däulet", "DAULET"],
];

/// Names that a clerk must not be shown for one another.
const NOT_ONE_NAME: &[(&str, &str)] = &[
    ("Асан", "Асель"),
    ("Асан", "Хасан"),
    ("Асан", "Әсем"),
    ("Асан", "Асхат"),
    ("Алия", "Әли"),
    ("Алия", "Алима"),
    ("Айгүл", "Айнур"),
    ("Айгуль", "Айгерим"),
    ("Қайрат", "Қанат"),
    ("Кайрат", "Кайсар"),
    ("Кайрат", "Хайрат"),
    ("Марат", "Мурат"),
    ("Мурат", "Мират"),
    ("Ержан", "Нуржан"),
    ("Ержан", "Ерлан"),
    ("Ерлан", "Арлан"),
    ("Болат", "Полат"),
    ("Иван", "Иванна"),
    ("Иванов", "Иванова"),
    ("Иванов", "Петров"),
    ("Инна", "Инга"),
    ("Анна", "Анара"),
    ("Олег", "Олжас"),
    ("Ольга", "Олег"),
    ("Юлия", "Лилия"),
    ("Дана", "Диана"),
    ("Дина", "Дана"),
    ("Дамир", "Тамир"),
    ("Тимур", "Темир"),
    ("Сауле", "Асыл"),
    ("Динара", "Дильнара"),
    ("Гульнара", "Гульмира"),
    ("Жанар", "Жанат"),
    ("Жанар", "Санар"),
    ("Серик", "Ерик"),
    ("Серік", "Берік"),
    ("Руслан", "Рустам"),
    ("Рустем", "Рустам"),
    ("Цой", "Сой"),
    ("Ким", "Хим"),
    ("Бекзат", "Бексат"),
    ("Шолпан", "Жолпан"),
    ("Қанат", "Ханат"),
    ("Мадина", "Марина"),
    ("Виктор", "Виктория"),
];

#[test]
fn spellings_of_one_name_have_one_skeleton() {
    let mut pairs = 0;
    for spellings in ONE_NAME {
        for spelling in *spellings {
            assert_eq!(skeleton(spelling), skeleton(spellings[0]), "{spelling} / {}", spellings[0]);
        }
        pairs += spellings.len() - 1;
    }
    assert!(pairs >= 80, "{pairs} pairs that meet");
}

#[test]
fn different_names_have_different_skeletons() {
    for (one, other) in NOT_ONE_NAME {
        assert_ne!(skeleton(one), skeleton(other), "{one} / {other}");
    }
    assert!(NOT_ONE_NAME.len() >= 40);
}

#[test]
fn a_skeleton_is_small_letters_and_digits_and_stays_as_it_is() {
    for name in ONE_NAME.iter().flat_map(|spellings| spellings.iter()) {
        let bones = skeleton(name);
        assert!(bones.chars().all(|c| c.is_ascii_lowercase() || c == ' '), "{name}: {bones}");
    }
    assert_eq!(skeleton(" N 12-34 "), "n 12 34");
    assert_eq!(skeleton("'--"), "");
    assert_eq!(skeleton("王小明"), "王小明", "a script that it does not know is kept");
}

#[test]
fn latin_of_a_passport_is_the_typed_name_by_the_rule_of_today_or_an_older_one() {
    use Likeness::{Different, Same, SameByOlderRules as Older};
    for (typed, latin, expected) in [
        // Doc 9303's own.
        ("Щербаков", "SHCHERBAKOV", Same),
        ("Хрущёв", "KHRUSHCHEV", Same),
        ("Юлия", "IULIIA", Same),
        ("Цой", "TSOI", Same),
        ("Объедков", "OBIEEDKOV", Same),
        ("Игорь", "IGOR", Same),
        ("Жұмабай", "ZHUMABAI", Same),
        ("Қайрат", "KAIRAT", Same),
        ("Ғани", "GANI", Same),
        ("Әсем", "ASEM", Same),
        ("Петров-Водкин", "PETROV VODKIN", Same),
        ("Müller", "MUELLER", Same),
        ("Müller", "MULLER", Same),
        ("Åse", "AASE", Same),
        ("O'Connor", "OCONNOR", Same),
        ("Nuñez", "NUNEZ", Same),
        ("Şahin", "SAHIN", Same),
        ("Nguyễn", "NGUYEN", Same),
        ("Кайрат", "KAIRAT", Same),
        ("Майкл", "MAIKL", Same),
        // Letters whose sign came after them, as some keyboards send it.
        ("Андреи\u{306}", "ANDREI", Same),
        // Kazakhstan's own, Soviet, French, Uzbek, the alphabet of 2021.
        ("Щербаков", "CHTCHERBAKOV", Older),
        ("Щукин", "SHUKIN", Older),
        ("Юлия", "YULIYA", Older),
        ("Юрий", "YURI", Older),
        ("Юрий", "IOURI", Older),
        ("Янина", "JANINA", Older),
        ("Юсуп", "JUSUP", Older),
        ("Қайрат", "QAIRAT", Older),
        ("Қайрат", "QAYRAT", Older),
        ("Ғани", "GHANI", Older),
        ("Шыңғыс", "SHYNGGHYS", Older),
        ("Ержан", "YERJAN", Older),
        ("Асем", "ASSEM", Older),
        ("Цой", "COI", Older),
        ("Хасан", "HASAN", Older),
        ("Хуршид", "XURSHID", Older),
        ("Александр", "ALEXANDR", Older),
        ("Джамшид", "JAMSHID", Older),
        ("Иванов", "IVANOFF", Older),
        ("Әсел", "ÄSEL", Same),
        ("Өмір", "OEMIR", Older),
        ("Үміт", "YMIT", Older),
        ("Шахин", "SAHIN", Older),
        ("Сергей", "SERGUEI", Older),
        ("Дмитрий", "DMITRY", Older),
        ("Гюльнара", "GYULNARA", Older),
        ("Şahin", "SHAHIN", Older),
        // Other names, and slips.
        ("Асан", "ASEL", Different),
        ("Асан", "ASA", Different),
        ("Асан", "ASANA", Different),
        ("Иванов", "IVANOVA", Different),
        ("Марат", "MURAT", Different),
        ("Қайрат", "QANAT", Different),
        ("Алия", "ALI", Different),
        ("Камила", "KAMILLA", Different),
        ("Дана", "DIANA", Different),
        ("Серик", "ERIK", Different),
        ("Smith", "SMYTH", Different),
        ("Müller", "MILLER", Different),
        ("", "ASAN", Different),
        ("Асан", "", Different),
    ] {
        assert_eq!(same_name(typed, latin), expected, "{typed} / {latin}");
    }
}

#[test]
fn a_cut_name_is_compared_as_far_as_it_goes() {
    use Likeness::{Different, Same};
    assert_eq!(same_beginning("Нұрмұхамбетәли", "NURMUKHAM"), Same);
    assert_eq!(same_beginning("Щербаков", "SHC"), Same, "cut in the middle of one letter's Latin");
    assert_eq!(same_beginning("Щербаков", "SHK"), Different);
    assert_eq!(same_beginning("Асан", "ASANA"), Different);
    assert_eq!(same_name("Нұрмұхамбетәли", "NURMUKHAM"), Different);
}
