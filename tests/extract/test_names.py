"""Names and their canonical form: spellings, inflection, context, bodies of a country, the names files themselves."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from cost import Work, assert_linear
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import OntologyError
from extract.names import NameMention, Names, NameType, find_names, load_names
from extract.names.rows import plain_rows, toml_rows
from extract.text import fold_word, tokenize

ROOT = Path(__file__).parents[2]


def found(text: str, lang: str, names: Names | None = None) -> list[tuple[str, NameMention]]:
    """Each mention with its quote in the original text."""
    tokens = tokenize(text)
    mentions = find_names(tokens, lang, names or load_names())
    return [(tokens.folded.origin(m.start, m.end).of(text), m) for m in mentions]


def canonical(text: str, lang: str) -> list[str]:
    return [mention.name.canonical for _, mention in found(text, lang)]


ONE_PLACE = [
    ("ar", "انسحبت من عين الأسد", "Ain al-Asad"),
    ("ar", "انسحبت من قاعدة عين الأسد الجوية", "Ain al-Asad"),
    ("ar", "انسحبت من قاعدة «عين الأسد»", "Ain al-Asad"),
    ("ar", "انسحبت من عين اسد", "Ain al-Asad"),
    ("fa", "از عین‌الاسد بیرون رفتند", "Ain al-Asad"),
    ("fa", "از عینالأسد بیرون رفتند", "Ain al-Asad"),
    ("fa", "از پایگاه هوایی عین الاسد بیرون رفتند", "Ain al-Asad"),
    ("en", "They left Ain al-Asad", "Ain al-Asad"),
    ("en", "They left Ayn al Asad air base", "Ain al-Asad"),
    ("en", "They left Al-Asad Air Base", "Ain al-Asad"),
    ("ar", "في دير الزور", "Deir ez-Zor"),
    ("ar", "في ديرالزور", "Deir ez-Zor"),
    ("fa", "در دیرالزور", "Deir ez-Zor"),
    ("en", "in Deir Ezzor", "Deir ez-Zor"),
    ("en", "in Deir al-Zor", "Deir ez-Zor"),
    ("ar", "في صنعا", "Sanaa"),
    ("en", "in Sana'a", "Sanaa"),
    ("en", "in Sana’a", "Sanaa"),
    ("fa", "در پیونگ‌یانگ", "Pyongyang"),
    ("fa", "در پیونگ یانگ", "Pyongyang"),
    ("fa", "در پیونگیانگ", "Pyongyang"),
    ("fa", "در سیستان‌وبلوچستان", "Sistan and Baluchestan"),
    ("fa", "در سیستان و بلوچستان", "Sistan and Baluchestan"),
    ("ar", "في سيستان وبلوشستان", "Sistan and Baluchestan"),
    ("fa", "در الرمادی", "Ramadi"),
    ("fa", "در رمادی", "Ramadi"),
    ("en", "in São Paulo", "Sao Paulo"),
    ("en", "in Sao Paulo", "Sao Paulo"),
    ("ar", "في أبي غريب", "Abu Ghraib"),
    ("ar", "عبر مضيق هرمز", "Strait of Hormuz"),
    ("fa", "از تنگهٔ هرمز", "Strait of Hormuz"),
]


@pytest.mark.parametrize(("lang", "text", "name"), ONE_PLACE)
def test_the_spellings_of_a_place_are_one_name(lang: str, text: str, name: str) -> None:
    assert canonical(text, lang) == [name]


COUNTRIES = [
    ("ar", "الولايات المتحدة", "US"),
    ("ar", "الولايات المتحدة الأميركية", "US"),
    ("ar", "أميركا", "US"),
    ("ar", "امريكا", "US"),
    ("ar", "الكيان الصهيوني", "IL"),
    ("ar", "سورية", "SY"),
    ("ar", "كوت ديفوار", "CI"),
    ("ar", "بورما", "MM"),  # CLDR gives "ميانمار (بورما)"
    ("ar", "الإمارات", "AE"),
    ("fa", "ایالات متحدهٔ امریکا", "US"),
    ("fa", "ایالاتمتحده", "US"),
    ("fa", "انگلیس", "GB"),
    ("fa", "عربستان", "SA"),
    ("fa", "کره‌شمالی", "KP"),
    ("fa", "جمهوری اسلامی", "IR"),
    ("en", "U.S.", "US"),
    ("en", "US", "US"),
    ("en", "USA", "US"),
    ("en", "Türkiye", "TR"),
    ("en", "Turkey", "TR"),
    ("en", "Côte d’Ivoire", "CI"),
    ("en", "Cote d'Ivoire", "CI"),
    ("en", "Bosnia-Herzegovina", "BA"),
    ("en", "DRC", "CD"),
]


@pytest.mark.parametrize(("lang", "text", "iso"), COUNTRIES)
def test_variants_of_a_country(lang: str, text: str, iso: str) -> None:
    [(quote, mention)] = found(text, lang)
    assert (quote, mention.name.iso, mention.name.type, mention.adjective) == (text, iso, NameType.COUNTRY, False)


QUOTES = [
    ("ar", "وللعراق حدود", "عراق", "Iraq"),
    ("ar", "فبالعراق نفط", "العراق", "Iraq"),
    ("ar", "كلندن تماما", "لندن", "London"),
    ("ar", "وصلوا للاذقية", "لاذقية", "Latakia"),
    ("ar", "ولبنان جار", "لبنان", "Lebanon"),
    ("ar", "وتل أبيض مدينة", "تل أبيض", "Tel Abyad"),
    ("ar", "أفاد «داعش» بذلك", "داعش", "ISIS"),
    ("ar", "أعلن تنظيم «داعش» ذلك", "تنظيم «داعش»", "ISIS"),
    ("ar", "العِرَاقُ بلد", "العِرَاقُ", "Iraq"),
    ("ar", "قالت قوات NATO ذلك", "NATO", "NATO"),
    ("fa", "آمریکای امروز", "آمریکای", "United States"),
    ("fa", "ترکیه‌ی امروز", "ترکیه‌ی", "Turkey"),
    ("en", "Iraq's border", "Iraq", "Iraq"),
    ("en", "Saudi Arabia's oil", "Saudi Arabia", "Saudi Arabia"),
    ("en", "a US-led plan", "US", "United States"),
    ("en", "the Islamic State's men", "Islamic State", "ISIS"),
]


@pytest.mark.parametrize(("lang", "text", "quote", "name"), QUOTES)
def test_particles_and_possessives_stay_outside_the_quote(lang: str, text: str, quote: str, name: str) -> None:
    assert [(q, m.name.canonical) for q, m in found(text, lang)] == [(quote, name)]


ADJECTIVES = [
    ("ar", "جندي أمريكي", "أمريكي", "US"),
    ("ar", "سيدة أميركية", "أميركية", "US"),
    ("ar", "قال الأمريكيون", "الأمريكيون", "US"),
    ("ar", "رافق الأميركيين", "الأميركيين", "US"),
    ("ar", "زارت أميركيتان", "أميركيتان", "US"),
    ("ar", "وللعراقيين رأي", "عراقيين", "IQ"),
    ("ar", "جنديا عراقيا", "عراقيا", "IQ"),
    ("ar", "قرب مواطنين سوريات", "سوريات", "SY"),
    ("ar", "الأتراك والأفغان", "الأتراك", "TR"),
    ("ar", "التقى الأميركي والمصري", "الأميركي", "US"),
    ("ar", "الدول السعودية", "السعودية", "SA"),
    ("ar", "الوفد الكوري الجنوبي", "الكوري الجنوبي", "KR"),
    ("ar", "الكوريين الجنوبيين", "الكوريين الجنوبيين", "KR"),
    ("ar", "الشركة الجنوب أفريقية", "الجنوب أفريقية", "ZA"),
    ("fa", "سرباز عراقی", "عراقی", "IQ"),
    ("fa", "عراقی‌ها رفتند", "عراقی‌ها", "IQ"),
    ("fa", "عراقیهای مقیم", "عراقیهای", "IQ"),
    ("fa", "آمریکایی ها رفتند", "آمریکایی ها", "US"),
    ("fa", "امریکاییان رفتند", "امریکاییان", "US"),
    ("fa", "وزیر ترکیه‌ای", "ترکیه‌ای", "TR"),
    ("fa", "وزیر ترکیه ای", "ترکیه ای", "TR"),
    ("fa", "شهروند افغان", "افغان", "AF"),
    ("en", "an Iraqi soldier", "Iraqi", "IQ"),
    ("en", "the Iraqis left", "Iraqis", "IQ"),
    ("en", "two Americans", "Americans", "US"),
    ("en", "South Korean trade", "South Korean", "KR"),
    ("en", "a Dutch ship", "Dutch", "NL"),
    ("en", "the Lebanese president", "Lebanese", "LB"),
]


@pytest.mark.parametrize(("lang", "text", "quote", "iso"), ADJECTIVES)
def test_nationalities_are_inflected(lang: str, text: str, quote: str, iso: str) -> None:
    first, mention = found(text, lang)[0]
    assert (first, mention.name.iso, mention.name.type, mention.adjective) == (quote, iso, NameType.COUNTRY, True)


NOT_NAMES = [
    ("ar", "تدمر القوات الجسور"),  # تدمر: destroys; Palmyra
    ("ar", "نشر صور الأقمار"),
    ("ar", "لم يزد العدد على عشرة"),
    ("ar", "قال بأنه سيعود"),  # بانه: Baneh
    ("ar", "في مشهد مؤثر"),
    ("ar", "حصل على دعم مالي"),
    ("ar", "الوضع القائم صعب"),
    ("ar", "حماة الوطن"),
    ("ar", "على الصعيد نفسه"),
    ("ar", "الحد الأقصى للسرعة"),
    ("ar", "أسعار الألبان ترتفع"),
    ("ar", "بفعل القوة القاهرة"),
    ("ar", "عاد إلى مسقط رأسه"),
    ("ar", "أغلقت القاعدة أبوابها"),
    ("ar", "وزع الشباب الماء"),
    ("ar", "العديد من السكان"),
    ("ar", "قال محمد شياع السوداني ذلك"),
    ("ar", "أكد السوداني ذلك"),
    ("ar", "صرح تركي المالكي بذلك"),
    ("ar", "جاء علي العراقي"),
    ("ar", "وصل الجيش والشرطة والقوات"),
    ("fa", "خاک کشور را ترک کردند"),
    ("fa", "اعلام کرد که می‌آید"),
    ("fa", "روز دوشنبه می‌آید"),
    ("fa", "آب‌های سرد و آبها"),
    ("fa", "امیدی نیست"),
    ("fa", "بحران مالی بزرگ"),
    ("fa", "در انبار کالا"),
    ("fa", "چهارشنبه سوری"),
    ("fa", "نفر سومی رفت"),
    ("fa", "سپاهی بزرگ"),
    ("en", "they told us that it is late"),
    ("en", "who will go"),
    ("en", "Let me see"),
    ("en", "we ate turkey and drew an islamic state of mind"),
    ("en", "LET US GO NOW"),
    ("en", "Nice people who Hit back"),
    ("en", "Michael Jordan and Chad Smith met George Washington"),
    ("en", "Native Americans"),
    ("en", "Abu Omar al-Iraqi"),
    ("en", "the army and the police forces"),
    ("en", "red sea and white house"),
]


@pytest.mark.parametrize(("lang", "text"), NOT_NAMES)
def test_ordinary_words_are_no_names(lang: str, text: str) -> None:
    assert canonical(text, lang) == []


IN_CONTEXT = [
    ("ar", "في تدمر", ["Palmyra"]),
    ("ar", "بمدينة صور", ["Tyre"]),
    ("ar", "في مالي", ["Mali"]),
    ("ar", "إلى القائم", ["Al-Qaim"]),
    ("ar", "وفي حماة", ["Hama"]),
    ("ar", "مقاتلو الشباب", ["Al-Shabaab"]),
    ("ar", "من عناصر القاعدة", ["Al-Qaeda"]),
    ("ar", "وصل إلى عمان", ["Oman"]),
    ("ar", "وصل الوفد الأردني إلى عمان", ["Jordan", "Amman"]),
    ("ar", "زار عمّان وعُمان", ["Amman", "Oman"]),
    ("ar", "وصل إلى طرابلس", ["Tripoli"]),
    ("ar", "عاد إلى طرابلس شمال لبنان", ["Tripoli (Lebanon)", "Lebanon"]),
    ("ar", "نظيره المصري", ["Egypt"]),
    ("ar", "الرئيسان الأميركي والمصري", ["United States", "Egypt"]),
    ("ar", "في السعودية", ["Saudi Arabia"]),
    ("ar", "جندي تركي", ["Turkey"]),
    ("fa", "در شهر دوشنبه", ["Dushanbe"]),
    ("fa", "سربازان ترک", ["Turkey"]),
    ("fa", "مبارزان کرد", ["Kurds"]),
    ("fa", "شهر بم", ["Bam"]),
    ("fa", "کردستان و کردستان عراق", ["Kurdistan Province", "Kurdistan Region"]),
    ("ar", "كردستان", ["Kurdistan Region"]),
    ("en", "Jordan's king is in Jordan", ["Jordan", "Jordan"]),
    ("en", "officials in Chad said", ["Chad"]),
    ("en", "They met in Nice", ["Nice"]),
    ("en", "the Hit district", ["Hit"]),
    ("en", "IS and the WHO", ["ISIS", "World Health Organization"]),
    ("en", "Nato, NATO, Isis, ISIS, Unicef", ["NATO", "NATO", "ISIS", "ISIS", "UNICEF"]),
    ("en", "IRAQ AND SYRIA AGREE", ["Iraq", "Syria"]),
    ("en", "South Sudan, Sudan and the Gulf of Oman", ["South Sudan", "Sudan", "Gulf of Oman"]),
]


@pytest.mark.parametrize(("lang", "text", "names"), IN_CONTEXT)
def test_homographs_count_in_their_context(lang: str, text: str, names: list[str]) -> None:
    assert canonical(text, lang) == names


BODIES = [
    ("ar", "القوات العراقية", "Iraqi Forces", "العراقية"),
    ("ar", "والقوات العراقية", "Iraqi Forces", "العراقية"),
    ("ar", "بالجيش العراقي", "Iraqi Army", "العراقي"),
    ("ar", "للقوات العراقية", "Iraqi Forces", "العراقية"),
    ("ar", "قوات عراقية", "Iraqi Forces", "عراقية"),
    ("ar", "لقوات عراقية", "Iraqi Forces", "عراقية"),
    ("ar", "القوات الأمنية العراقية", "Iraqi Security Forces", "العراقية"),
    ("ar", "جيش العراق", "Iraqi Army", "العراق"),
    ("ar", "حكومة بغداد", "Iraqi Government", "بغداد"),
    ("ar", "وزارة الدفاع الفرنسية", "French Ministry of Defence", "الفرنسية"),
    ("fa", "نیروهای مسلح عراق", "Iraqi Armed Forces", "عراق"),
    ("fa", "ارتش ترکیه", "Turkish Army", "ترکیه"),
    ("fa", "نیروهای عراقی", "Iraqi Forces", "عراقی"),
    ("fa", "وزارت امور خارجهٔ ایران", "Iranian Ministry of Foreign Affairs", "ایران"),
    ("en", "the Iraqi army", "Iraqi Army", "Iraqi"),
    ("en", "Iraq's security forces", "Iraqi Security Forces", "Iraq"),
    ("en", "U.S. forces", "American Forces", "U.S."),
    ("en", "the army of Chad", "Chadian Army", "Chad"),
    ("en", "the Turkish foreign ministry", "Turkish Ministry of Foreign Affairs", "Turkish"),
    ("en", "the Ministry of Defence of the United Kingdom", "British Ministry of Defence", "United Kingdom"),
]


@pytest.mark.parametrize(("lang", "text", "name", "country"), BODIES)
def test_a_body_and_its_country_are_one_name(lang: str, text: str, name: str, country: str) -> None:
    tokens = tokenize(text)
    [mention] = find_names(tokens, lang, load_names())
    assert mention.name.canonical == name
    assert mention.of is not None
    assert tokens.folded.origin(mention.of.start, mention.of.end).of(text) == country
    assert mention.name.iso == mention.of.name.iso


def test_a_body_does_not_reach_over_an_article_or_a_conjunction() -> None:
    assert canonical("الجيش عراقي", "ar") == ["Iraq"]
    assert canonical("للجيش عراقيون", "ar") == ["Iraq"]
    assert canonical("الجيش والعراق", "ar") == ["Iraq"]
    assert canonical("Iraqi, Turkish forces", "en") == ["Iraq", "Turkish Forces"]
    assert canonical("وزارة الدفاع", "ar") == ["Ministry of Defence"]


def test_a_name_knows_whether_it_is_a_place_or_an_actor() -> None:
    [(_, washington)], [(_, hormuz)], [(_, isis)] = (
        found("Washington", "en"),
        found("Hormuz", "en"),
        found("ISIS", "en"),
    )
    assert (washington.name.place, washington.name.actor) == (True, True)
    assert (hormuz.name.place, hormuz.name.actor) == (True, False)
    assert (isis.name.place, isis.name.actor) == (False, True)


# The names files.


@pytest.mark.parametrize("lang", ["ar", "fa", "en"])
def test_every_spelling_in_the_file_is_found(lang: str) -> None:
    names = load_names()
    guarded = {(fold_word(homograph.spelling), homograph.name) for homograph in names.lexicon.homographs[lang]}
    missed: list[str] = []
    for entry in names.lexicon.entries:
        for spelling in entry.spellings.get(lang, []) if entry.bare else []:
            text = spelling if lang == "en" else spelling.partition(" (")[0]  # CLDR: "ميانمار (بورما)"
            if (fold_word(text), entry.name) in guarded:
                continue
            mentions = [mention.name for _, mention in found(text, lang)]
            if mentions != [entry.name]:
                missed.append(f"{spelling}: {entry.name} found as {mentions}")
    assert missed == []


def test_the_file_covers_what_news_names() -> None:
    lexicon = load_names().lexicon
    complete = [
        nationality
        for nationality in lexicon.nationalities
        if nationality.name.type == NameType.COUNTRY and all(nationality.spellings.get(lang) for lang in ("fa", "en"))
    ]
    assert len({nationality.name for nationality in complete}) >= 110
    by_type = [entry.name.type for entry in lexicon.entries]
    assert by_type.count(NameType.COUNTRY) >= 240
    assert by_type.count(NameType.CAPITAL) >= 170
    assert by_type.count(NameType.CITY) + by_type.count(NameType.PROVINCE) >= 600
    assert len({entry.name.canonical for entry in lexicon.entries}) == len({entry.name for entry in lexicon.entries})


PROVINCES = {
    "IQ": "Anbar, Babil, Baghdad, Basra, Dhi Qar, Diyala, Duhok, Erbil, Halabja, Karbala, Kirkuk, Maysan, "
    "Muthanna, Najaf, Nineveh, Qadisiyah, Saladin, Sulaymaniyah, Wasit",
    "IR": "Alborz, Ardabil, Bushehr, Chaharmahal and Bakhtiari, East Azerbaijan, Fars, Gilan, Golestan, "
    "Hamadan, Hormozgan, Ilam, Isfahan, Kerman, Kermanshah, Khuzestan, Kohgiluyeh and Boyer-Ahmad, "
    "Kurdistan Province, Lorestan, Markazi, Mazandaran, North Khorasan, Qazvin, Qom, Razavi Khorasan, "
    "Semnan, Sistan and Baluchestan, South Khorasan, Tehran, West Azerbaijan, Yazd, Zanjan",
    "AF": "Badakhshan, Badghis, Baghlan, Balkh, Bamyan, Daykundi, Farah, Faryab, Ghazni, Ghor, Helmand, Herat, "
    "Jowzjan, Kabul, Kandahar, Kapisa, Khost, Kunar, Kunduz, Laghman, Logar, Nangarhar, Nimruz, Nuristan, "
    "Paktia, Paktika, Panjshir, Parwan, Samangan, Sar-e Pol, Takhar, Uruzgan, Wardak, Zabul",
    "SY": "Aleppo, Damascus, Daraa, Deir ez-Zor, Hama, Hasakah, Homs, Idlib, Latakia, Quneitra, Raqqa, Rif "
    "Dimashq, Suwayda, Tartus",
}


@pytest.mark.parametrize("iso", PROVINCES)
def test_every_province_of_a_country_much_in_the_news_is_known(iso: str) -> None:
    known = {entry.name.canonical for entry in load_names().lexicon.entries if entry.name.iso == iso}
    assert set(PROVINCES[iso].split(", ")) <= known


def shipped(name: str) -> str:
    return (ROOT / "extract" / "ontology" / name).read_text("utf-8")


@pytest.mark.parametrize("name", ["countries.toml", "names.toml"])
def test_the_quick_reading_of_a_file_is_toml(name: str) -> None:
    rows = plain_rows(shipped(name))
    assert rows is not None
    assert rows == toml_rows(shipped(name), name)


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("countries", ROOT / "tools" / "countries.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_country_names_are_those_of_cldr() -> None:
    pytest.importorskip("babel", reason="Babel, which generates countries.toml, is not installed")
    assert generator().render() == shipped("countries.toml"), "run: python tools/countries.py"


def test_a_file_adds_names(tmp_path: Path) -> None:
    extra = tmp_path / "names.toml"
    extra.write_text('[cities]\nXanadu = { iso = "CN", ar = "زانادو", fa = "زانادو" }\n', encoding="utf-8")
    names = load_names(extra)
    assert [(q, m.name.canonical, m.name.iso) for q, m in found("في زانادو والعراق", "ar", names)] == [
        ("زانادو", "Xanadu", "CN"),
        ("العراق", "Iraq", "IQ"),
    ]


MALFORMED = [
    ("[cities]\nXanadu = { iso = ", "not valid TOML: Invalid value (at end of document)"),
    ("[cities]\nXanadu = 3\n", ":2: Xanadu: an entry is"),
    ("cities = 3\n", "cities: a table is needed"),
    ('[cities]\n\nXanadu = { iso = "CN", fr = "Xanadou" }\n', ":3: [cities] Xanadu: unknown field fr"),
    ('[cities]\nXanadu = { iso = "Q1" }\n', ":2: [cities] Xanadu: unknown country 'Q1'"),
    ('[cities]\nXanadu = { ar = [""] }\n', ":2: [cities] Xanadu: a spelling is a non-empty string"),
    ("[cities]\nXanadu = { ar = 3 }\n", ":2: [cities] Xanadu: a spelling is a non-empty string"),
    ('[cities]\nXanadu = { type = "town" }\n', ":2: [cities] Xanadu: unknown type 'town'"),
    ('[cities]\nXanadu = { bare = "no" }\n', ":2: [cities] Xanadu: bare is true or false"),
    ("[cities]\nXanadu = { iso = true }\n", ":2: [cities] Xanadu: iso is one string"),
    ('[cities]\nXanadu = ["a"]\n', ":2: [cities] Xanadu: an entry is written"),
    ('[towns]\nXanadu = { ar = "زانادو" }\n', ":2: [towns] Xanadu: unknown table"),
    ('[country_variants]\nXX = { ar = "س" }\n', ":2: [country_variants] XX: a new country needs its English name"),
    ('[nationalities]\nXanadu = { en = "Xanadian" }\n', ":2: [nationalities] Xanadu: 'Xanadu' is no name here"),
    ('[nationalities]\nIQ = { ar = "عراقي" }\n', ":2: [nationalities] IQ: a country's English adjective is needed"),
    ('[homographs.ar]\n"من" = { name = "Iraq", when = "later" }\n', ":2: [homographs.ar] من: unknown context 'later'"),
    ('[homographs.ar]\n"من" = { name = "Iraq" }\n', ":2: [homographs.ar] من: a homograph stands in"),
    ('[patterns.base]\nar = ["قاعدة"]\n', ":2: [patterns.base] ar: a pattern holds {} once"),
    ('[patterns.base]\nfr = ["base {}"]\n', ":2: [patterns.base] fr: a list of words under one of"),
    ('[cities]\nXanadu = { ar = "ا" }\nXanadu = { ar = "ب" }\n', "line 3"),
]


@pytest.mark.parametrize(("content", "message"), MALFORMED)
def test_a_malformed_file_is_named_with_its_line(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(OntologyError) as error:
        load_names(path)
    assert str(path) in str(error.value)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="cannot be read"):
        load_names(tmp_path / "none.toml")
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b"[cities]\nC\xf3rdoba = {}\n")
    with pytest.raises(OntologyError, match="not UTF-8 at byte 10"):
        load_names(latin)


# Properties.

WORDS = st.sampled_from(
    'العراق والعراق عين الأسد قاعدة دير الزور القوات العراقية عمان الأردن في مالي تركي المالكي " - \n . عراقی‌ها ترک '
    "ارتش ایالات متحده آمریکا در شهر بم US U.S. Iraq's army of the al - Asad Jordan IS WHO NATO سوريا ـ‍ ‏".split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=25), st.sampled_from(["ar", "fa", "en"]), st.sampled_from([" ", "", "  "]))
def test_mentions_are_ordered_and_lie_within_their_tokens(words: list[str], lang: str, blank: str) -> None:
    tokens = tokenize(blank.join(words))
    last = 0
    for mention in find_names(tokens, lang, load_names()):
        assert last <= mention.first < mention.stop <= len(tokens)
        assert tokens.starts[mention.first] <= mention.start < mention.end <= tokens.ends[mention.stop - 1]
        span = tokens.folded.origin(mention.start, mention.end)
        assert 0 <= span.start < span.end <= len(tokens.folded.original)
        last = mention.stop


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.sampled_from(["ar", "fa", "en"]))
def test_any_text_is_read(text: str, lang: str) -> None:
    for quote, mention in found(text, lang):
        assert quote
        assert mention.name.canonical


@pytest.mark.parametrize("unit", ["قوات ", "دير ", "عمان ", "Al - ", "New ", 'قاعدة " '])
def test_time_is_linear_on_hostile_text(unit: str) -> None:
    lang = "ar" if unit[0] > "z" else "en"

    def work(times: int) -> Work:
        tokens = tokenize(unit * times)
        return lambda: find_names(tokens, lang, load_names())

    assert_linear(work, 2_000)
