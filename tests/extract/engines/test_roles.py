"""Who did it and to whom, beyond subject and object in their plain places; no-op rows stand behind what they guard."""

import pytest

from extract import Article, extract

ROLES: list[tuple[str, str, str, list[str], list[str]]] = [
    ("subject inside the verb", "ar", "أطلق مسلحون النار على دورية في الرمادي.", ["مسلحون"], ["دورية"]),
    ("relative clause behind a noun", "ar", "أدى هجوم شنه متمردون على ثكنة إلى مقتل ضابط.", ["متمردون"], ["ثكنة"]),
    ("a country that begins in ب", "ar", "قصفت بريطانيا مستودعا في الميناء.", ["بريطانيا"], ["مستودعا"]),
    ("by, with a body that no list has", "ar", "جرى اختطاف طبيب من قبل عصابة في زليتن.", ["عصابة"], ["طبيب"]),
    ("a person that looks like an adjective", "ar", "اعتقال صحفي سوري في حلب.", [], ["صحفي سوري"]),
    ("who is a part of a body", "ar", "داهمت وحدات من الدرك مخبأ في الجبل.", ["وحدات"], ["مخبأ"]),
    ("not the weapon but its aim", "ar", "أطلقت الجماعة صاروخين على سفينة تجارية.", ["الجماعة"], ["سفينة تجارية"]),
    ("no-op: where from", "ar", "نزح ألفا مدني من بلدة طرنة.", ["مدني"], []),
    ("no-op: a deed is no target", "ar", "تبنى تنظيم القاعدة الهجوم على الثكنة.", ["تنظيم القاعدة"], []),
    ("two subjects", "ar", "فرضت إيران وتركيا عقوبات على شركات.", ["إيران", "تركيا"], ["شركات"]),
    ("two capitals agree", "ar", "صدر البيان بعد اتفاق بغداد ودمشق.", ["بغداد", "دمشق"], []),
    ("no-op: the capital where it was signed", "ar", "صدر البيان بعد اتفاق الدوحة.", [], []),
    ("who receives aid", "ar", "تسلمت عشرون عائلة سلالا غذائية.", [], ["عائلة"]),
    ("no-op: the speaker is no party to a clash", "ar", "أعلنت قيادة الشرطة مقتل مسلحين في اشتباك.", [], []),
    ("turned on", "fa", "افراد مسلح به سوی خودروی پلیس تیراندازی کردند.", ["افراد مسلح"], ["خودروی پلیس"]),
    ("relative clause behind a noun", "fa", "حمله‌ای که طالبان به پاسگاه انجام داد شدید بود.", ["طالبان"], ["پاسگاه"]),
    ("where the object begins", "fa", "ارتش ترکیه مواضع کردها در شمال را بمباران کرد.", ["ارتش ترکیه"], ["مواضع کردها"]),
    ("no-op: a place before the object", "fa", "دادگاه در تهران وزیر پیشین را محکوم کرد.", ["دادگاه"], ["وزیر پیشین"]),
    ("an undergone attack", "fa", "کاروان کمک از سوی گروهی مسلح هدف حمله قرار گرفت.", ["گروهی مسلح"], ["کاروان کمک"]),
    ("with whom", "fa", "سفیر ایران با وزیر خارجه قطر دیدار کرد.", ["سفیر ایران", "وزیر خارجه قطر"], []),
    ("no-op: with what", "fa", "سفیر ایران با خودرو به دیدار رفت.", ["سفیر ایران"], []),
    ("from whom a base", "fa", "ارتش لبنان پایگاه را از نیروهای یونیفل تحویل گرفت.", ["ارتش لبنان", "نیروهای یونیفل"], []),
    ("against", "fa", "اتحادیه اروپا تحریم‌هایی علیه سه شرکت ایرانی اعمال کرد.", ["اتحادیه اروپا"], ["شرکت"]),
    ("fire on", "en", "Gunmen opened fire on a police post near Baquba.", ["Gunmen"], ["police post"]),
    ("no-op: an adjective", "ar", "وقع البلدان مذكرة للتعاون العسكري.", ["البلدان"], []),
    ("under attack from", "en", "The convoy came under attack from rebels.", ["rebels"], ["convoy"]),
    ("a nationality right before the noun", "en", "Six people died in an Israeli strike on a school.", ["Israeli"], ["school"]),
    ("by, then on", "en", "The attack by Taliban fighters on the market left 19 dead.", ["Taliban fighters"], ["market"]),
    ("a hyphen", "en", "A depot was bombed by the US-led coalition.", ["US-led coalition"], ["depot"]),
    ("two subjects", "en", "The US and Canada imposed sanctions on two firms.", ["US", "Canada"], ["firms"]),
    ("a headline's participle", "en", "Turkish journalist detained in Istanbul", [], ["Turkish journalist"]),
    ("no-op: a past tense with its object", "en", "Turkish police detained a journalist.", ["Turkish police"], ["journalist"]),
    ("no-op: not over what", "en", "The frigate shot down two drones over Jizan.", ["frigate"], ["drones"]),
    ("whom a call addresses", "en", "The Committee calls on all parties to free them.", ["Committee"], ["parties"]),
    ("no-op: a means", "en", "The depot was bombed by mistake.", [], ["depot"]),
    ("no-op: the border where it was", "en", "Two died in a clash on the Syrian-Iraqi border.", [], []),
    ("to whom a base", "en", "The army handed the airfield over to UN troops.", ["army", "UN troops"], []),
    ("who receives aid", "en", "Qatar delivered food aid to 500 families.", ["Qatar"], ["families"]),
    ("an object behind a gerund", "en", "The rebels responded by shelling a hospital.", ["rebels"], ["hospital"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "actors", "targets"), [pytest.param(*case[1:], id=f"{case[1]}: {case[0]}") for case in ROLES]
)
def test_who_did_it_and_to_whom(lang: str, text: str, actors: list[str], targets: list[str]) -> None:
    event = extract(Article.of(text, lang=lang, published="2026-01-07")).events[0]
    assert ([actor.text for actor in event.actors], [target.text for target in event.targets]) == (actors, targets)
