"""Who did it and to whom, beyond subject and object in their plain places; no-op rows stand behind what they guard."""

import pytest

from extract import Article, extract

ROLES: list[tuple[str, str, str, list[str], list[str]]] = [
    ("subject inside the verb", "ar", "أطلق مسلحون النار على دورية في الرمادي.", ["مسلحون"], ["دورية"]),
    ("relative clause behind a noun", "ar", "أدى هجوم شنه متمردون على ثكنة إلى مقتل ضابط.", ["متمردون"], ["ثكنة"]),
    ("who is accused of the deed", "ar", "اتهمت مالي الجزائر بقتل راع.", ["الجزائر"], ["راع"]),
    ("a date between verb and whom", "ar", "فرضت كندا، السبت، عقوبات على مصرف.", ["كندا"], ["مصرف"]),
    ("a day between verb and deed", "ar", "شنت القوات، مساء السبت، غارات على بلدة.", ["القوات"], ["بلدة"]),
    ("accused by a pronoun", "ar", "الجماعة التي تتهمها باريس بخطف صحفي.", [], ["صحفي"]),
    ("those counted behind a passive", "ar", "اعتقل خمسة عمال في الميناء.", [], ["عمال"]),
    ("some of a body behind a passive", "ar", "واعتقل ثلاثة من قادة التنظيم.", [], ["قادة"]),
    ("no-op: an object follows them", "ar", "خطف أربعة مسلحين طبيبا.", ["مسلحين"], ["طبيبا"]),
    ("a country that begins in ب", "ar", "قصفت بريطانيا مستودعا في الميناء.", ["بريطانيا"], ["مستودعا"]),
    ("by, with a body that no list has", "ar", "جرى اختطاف طبيب من قبل عصابة في زليتن.", ["عصابة"], ["طبيب"]),
    ("a person that looks like an adjective", "ar", "اعتقال صحفي سوري في حلب.", [], ["صحفي سوري"]),
    ("who is accused, not of what", "en", "Sudan accused the government of Chad of arming rebels.", ["Sudan"], ["government of Chad"]),
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
    ("who tells it does not suffer it", "fa", "وزارت دفاع خبر داد ۱۲ نفر کشته شدند.", [], ["نفر"]),
    ("an active verb beside passives in its line", "fa", "مهاجمان مسلح یک خبرنگار را با خود بردند.", ["مهاجمان مسلح"], ["یک خبرنگار"]),
    ("where the object begins", "fa", "ارتش ترکیه مواضع کردها در شمال را بمباران کرد.", ["ارتش ترکیه"], ["مواضع کردها"]),
    ("no-op: a place before the object", "fa", "دادگاه در تهران وزیر پیشین را محکوم کرد.", ["دادگاه"], ["وزیر پیشین"]),
    ("a plural without ی governs nothing", "fa", "پهپادها پایگاه حریر را هدف قرار دادند.", ["پهپادها"], ["پایگاه حریر"]),
    ("a rank opens its phrase", "fa", "آمریکا آخرین پایگاه خود را تخلیه کرد.", ["آمریکا"], []),
    ("an undergone attack", "fa", "کاروان کمک از سوی گروهی مسلح هدف حمله قرار گرفت.", ["گروهی مسلح"], ["کاروان کمک"]),
    ("who announces his deed", "fa", "ارتش ترکیه اعلام کرد مواضع کردها را بمباران کرد.", ["ارتش ترکیه"], ["مواضع کردها"]),
    ("who announces another's", "fa", "وزارت دفاع اعلام کرد مهاجران از مرز بازگشتند.", ["مهاجران"], []),
    ("who announces what was done", "fa", "پلیس اعلام کرد هفت نفر بازداشت شدند.", [], ["نفر"]),
    ("who is held", "fa", "هفت نفر در بندر بازداشت شدند.", [], ["نفر"]),
    ("who holds him", "fa", "پلیس هفت نفر را بازداشت کرد.", ["پلیس"], ["نفر"]),
    ("behind a time", "fa", "ساعاتی بعد چتربازان به پاسگاه حمله کردند.", ["چتربازان"], ["پاسگاه"]),
    ("beyond the border", "fa", "شورشیان در آن سوی مرز به کاروان حمله کردند.", ["شورشیان"], ["کاروان"]),
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
    ("a pronoun for the speaker", "ar", "أعلن الجيش أنه أسقط مسيرتين.", ["الجيش"], ["مسيرتين"]),
    ("a verb joined to the one before", "ar", "اقتحم مسلحون القرية وخطفوا ثلاث نساء.", ["مسلحون"], ["القرية"]),
    ("at the hands of", "ar", "وخطف أربعة عمال على يد مسلحين قرب كانو.", ["مسلحين"], ["عمال"]),
    ("no-op: unilaterally", "ar", "أفرجت الجماعة من جانب واحد عن 90 محتجزا.", ["الجماعة"], ["محتجزا"]),
    ("a hollow passive", "ar", "واغتيل ضابط برصاص مجهولين.", ["مجهولين"], ["ضابط"]),
    ("no-op: a hollow active", "ar", "واغتال مجهولون ضابطا.", ["مجهولون"], ["ضابطا"]),
    ("a verb that points back", "ar", "جاء ذلك تنفيذا لاتفاق أبرمته الرباط ومدريد.", ["الرباط", "مدريد"], []),
    ("a noun that a verb defines", "ar", "أشار إلى القصف المدفعي الذي استهدف السوق.", [], ["السوق"]),
    ("over a date between commas", "ar", "سلمت القوات الفرنسية، أمس الثلاثاء، قاعدة إلى الجيش التشادي.",
     ["القوات الفرنسية", "الجيش التشادي"], []),
    ("who is met", "ar", "التقى وزير الخارجية نظيره التركي.", ["وزير الخارجية", "نظيره التركي"], []),
    ("no-op: who calls for a truce", "ar", "دعا مجلس الأمن إلى هدنة فورية.", [], []),
    ("given out to", "ar", "وزعت الجمعية مساعدات على نحو 900 أسرة.", ["الجمعية"], ["أسرة"]),
    ("persons in need, uncounted", "ar", "قدمت ألمانيا مساعدات للنازحين.", ["ألمانيا"], ["نازحين"]),
    ("no-op: a convoy gives nothing", "ar", "وصلت قافلة مساعدات إلى غزة.", [], []),
    ("no-op: what was fired", "ar", "سقطت ثلاث قذائف على مدرسة.", [], ["مدرسة"]),
    ("no-op: two capitals", "ar", "اتهمت كييف موسكو بقصف مستشفى.", ["كييف"], ["موسكو"]),
    ("no-op: where they went in", "ar", "توغلت قوة إسرائيلية في بلدة الخيام بريف مرجعيون.", ["قوة إسرائيلية"], []),
    ("the force whose mission ends", "ar", "انتهت مهمة قوات حفظ السلام في مالي.", [], ["قوات حفظ السلام"]),
    ("no-op: a name that begins in و", "ar", "يزور الوزير واشنطن غدا.", ["الوزير"], []),
    ("inside the trigger", "fa", "خروج نیروهای ائتلاف از عراق پایان یافت.", ["نیروهای ائتلاف"], []),
    ("forces that leave", "fa", "نیروهای فرانسوی از پایگاه خارج شدند.", ["نیروهای فرانسوی"], []),
    ("behind the speaker", "fa", "سازمان ملل می‌گوید هزار مهاجر افغان اخراج شده‌اند.", [], ["مهاجر"]),
    ("a passive of its own", "fa", "یک خبرنگار توسط افراد مسلح ربوده شد.", ["افراد مسلح"], ["یک خبرنگار"]),
    ("to families, counted roughly", "fa", "این نهاد به حدود چهار هزار خانواده پول نقد داده است.", ["نهاد"], ["خانواده"]),
    ("a pronoun for the speaker", "en", "The army said it had bombed a rebel camp.", ["The army"], ["rebel camp"]),
    ("one object of two verbs", "en", "Gunmen shot and wounded a prosecutor.", ["Gunmen"], ["prosecutor"]),
    ("before an aside", "en", "They buried Dr Adams, a surgeon aged 36, who was killed.", [], ["Dr Adams"]),
    ("no-op: where from", "en", "Some 15,000 people have fled Goma.", ["people"], []),
    ("what a grenade was thrown at", "en", "A grenade was thrown at a checkpoint.", [], ["checkpoint"]),
    ("whom a bomb killed", "en", "A roadside bomb killed four soldiers.", [], ["soldiers"]),
    ("who is met", "en", "The minister met his Saudi counterpart.", ["minister", "Saudi counterpart"], []),
    ("two who agree", "en", "Israel and Hamas agreed to a truce.", ["Israel", "Hamas"], []),
    ("a count behind about", "en", "About 2.5 million Sudanese have fled.", ["Sudanese"], []),
    ("some before a count", "en", "Some 7.9 million Venezuelans have left the country.", ["Venezuelans"], []),
    ("two in a construct", "ar", "ووقع وزيرا الخارجية اتفاقا.", ["وزيرا الخارجية"], []),
    ("the second of two clauses", "ar", "الحكومة ترفع الأجور والبرلمان يصوت على القانون.", ["البرلمان"], []),
    ("no-op: who is only cited", "fa", "به گفته سازمان «هیرکانا» ۱۲ نفر کشته شدند.", [], ["نفر"]),
    ("no-op: no part of the verb", "fa", "حملات هوایی علیه داعش ادامه می‌یابد.", [], ["داعش"]),
    ("a verb behind its noun", "en", "Police fired tear gas and arrested 53 protesters.", ["Police"], ["protesters"]),
    ("whose words they are", "en", "A spokesman claimed that the militia had shot down a drone.", ["militia"], ["drone"]),
    ("a designation", "en", "The militia shot down an MQ-9 Reaper drone.", ["militia"], ["MQ-9 Reaper drone"]),
    ("before what it carries", "en", "Gunmen attacked a convoy carrying the mayor.", ["Gunmen"], ["convoy"]),
    ("behind those who say it", "en", "Officials say gunmen stormed the bank.", ["gunmen"], ["bank"]),
    ("ranked before their number", "en", "Chad will free the first 39 prisoners.", ["Chad"], ["prisoners"]),
    ("no-op: a war", "en", "The war has killed at least 400 people.", [], ["people"]),
    ("the doer of both verbs", "en", "Guards destroyed a hideout and seized rifles.", ["Guards"], ["hideout"]),
    ("no-op: what was launched", "en", "The army downed 40 drones launched by rebels.", ["army"], ["drones"]),
    ("behind an agency", "en", "Port News/ guards arrested three men.", ["guards"], ["men"]),
    ("no-op: a penalty", "en", "A court issued a death sentence.", ["court"], []),
    ("before the verb that they used", "en", "Attackers used rifles and stormed the bank.", ["Attackers"], ["bank"]),
    ("behind a bare verb", "en", "He also explained that militants were planning attacks.", ["militants"], []),
    ("a total of them", "en", "The group freed a total of 24 hostages.", ["group"], ["hostages"]),
    ("before whom it aims at", "en", "The port saw attacks by Iran-backed militias targeting U.S.-led troops.", ["Iran-backed militias"], []),
    ("initials of a state", "en", "The U.S. military struck a depot.", ["U.S. military"], ["depot"]),
    ("initials that end a sentence", "en", "He lives in the U.S. The army struck a depot.", ["army"], ["depot"]),
    ("what is fired", "en", "The group fired two rockets toward the Har Sela area.", ["group"], ["Har Sela area"]),
    ("several things fired", "en", "Russia launched 30 drones and two missiles at Ukraine.", ["Russia"], ["Ukraine"]),
    ("some time later", "en", "Hours later rebels shelled the town of Ostrel.", ["rebels"], ["town of Ostrel"]),
    ("a headline's passive", "en", "Islamic State targeted in 33 air strikes by US-led coalition.", ["US-led coalition"], ["Islamic State"]),
    ("no-op: who is told", "en", "Two officials told CNN that the barrage held 24 drones.", [], []),
    ("no-op: who tells of it", "en", "The raids were described by residents.", [], []),
    ("before a preposition", "en", "The base was attacked by militia groups outside the town.", ["militia groups"], ["base"]),
    ("what a relative clause says it hit", "en", "The strike, which targeted the town of Zelin, wounded four people.", [], ["town of Zelin"]),
    ("what a participle says it hit", "en", "An airstrike targeting a convoy killed six.", [], ["convoy"]),
    ("no-op: by whom another was done", "en", "Troops were redeployed to stop attacks by rebels.", ["Troops"], []),
    ("no-op: who only says so", "en", "The command said three strikes hit a depot.", [], []),
    ("all of them", "en", "All coalition forces left the base.", ["coalition forces"], []),
    ("before what they did", "en", "Soldiers and allied clan militias launched an offensive.", ["Soldiers", "allied clan militias"], []),
    ("by whom it is manned", "en", "A bomb exploded at a checkpoint manned by troops.", [], ["checkpoint"]),
    ("before what follows by", "en", "The army shot down a drone launched by rebels.", ["army"], ["drone"]),
    ("a counted object of a deed without helper", "en", "The court sentenced at least 16 officials on Monday.", ["court"], ["officials"]),
    ("a court that rules", "en", "The tribunal ruled on Monday that Salim Haddad was guilty.", ["tribunal"], []),
    ("a name with a hyphen in it", "en", "Prime Minister Ahmad al-Sultan visited Zelin on Monday.", ["Prime Minister Ahmad al-Sultan"], []),
    ("who leads whom", "en", "The withdrawal of the US-led forces began on Monday.", ["US-led forces"], []),
    ("what came before", "en", "Ministers resigned on Monday after the army shelled Zelin.", ["Ministers"], []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "actors", "targets"), [pytest.param(*case[1:], id=f"{case[1]}: {case[0]}") for case in ROLES]
)
def test_who_did_it_and_to_whom(lang: str, text: str, actors: list[str], targets: list[str]) -> None:
    event = extract(Article.of(text, lang=lang, published="2026-01-07")).events[0]
    assert ([actor.text for actor in event.actors], [target.text for target in event.targets]) == (actors, targets)


def test_a_participle_behind_an_object_describes_it() -> None:
    told = extract(Article.of("Rebels freed 20 villagers abducted in May.", lang="en")).events[1]
    assert (told.type, told.actors, [one.text for one in told.targets]) == ("abduction", (), ["villagers"])


def test_participles_share_the_doer_of_their_verb() -> None:
    text = "Gunmen stormed a settlement overnight, killing at least 17 people and abducting around 30 women."
    told = next(event for event in extract(Article.of(text, lang="en")).events if event.type == "abduction")
    assert ([one.text for one in told.actors], [one.text for one in told.targets]) == (["Gunmen"], ["women"])


def test_verbs_joined_by_and_share_their_doer() -> None:
    text = (
        "In the north, police seized 14 rifles and 2,300 rounds from a house in Zvecan on Monday and arrested two men."
    )
    told = next(event for event in extract(Article.of(text, lang="en")).events if event.type == "arrest")
    assert [one.text for one in told.actors] == ["police"]
