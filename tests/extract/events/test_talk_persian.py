"""Persian remarks of politicians: what they only talk about is no happening, and what they tell among it is."""

import pytest

from extract.events import find_triggers, load_events, realis
from extract.text import tokenize

TALK = [
    ("any attack", "به هر حمله‌ای با تمام توان پاسخ خواهد داد", []),
    ("any talks, denied", "هرگونه مذاکره با لندن را رد کرد", [("talks", "denied")]),
    ("both attacks", "هر دو حمله در یک شب روی داد", [("attack", "occurred")]),
    ("what we do not fear", "ما از مذاکره هراسی نداریم", []),
    ("what we hold", "ما ماه آینده رزمایش برگزار می‌کنیم", [("training", "planned")]),
    ("what we are busy with", "ما در حال مذاکره با همسایگان هستیم", [("talks", "ongoing")]),
    ("what ought to be settled so", "اختلاف‌ها باید با گفت‌وگو حل شود", []),
    ("what ought to be held", "دولت باید انتخابات برگزار کند", [("other", "hypothetical")]),
    ("a need", "بر ضرورت گفت‌وگو میان احزاب تأکید کرد", []),
    ("of no use", "مذاکره با آنان سودی ندارد", []),
    ("not allowed", "اجازه نمی‌دهیم خاک ما سکوی حمله به دیگران شود", []),
    ("asked not to", "از همسایگان خواست از حمله به پاسگاه‌ها خودداری کنند", []),
    ("refrained", "از حمله به بندر خودداری کرد", [("attack", "denied")]),
    ("a red line", "از دولت خواستند از خطوط قرمز عقب‌نشینی نکند", [("statement", "occurred")]),
    ("prevention", "برای جلوگیری از درگیری گشت می‌زنند", []),
    ("no agreement reached", "در صورت نرسیدن به توافق، کارخانه را می‌بندد", []),
    ("no agreement", "عدم دستیابی به توافق نگران‌کننده است", []),
    ("broken", "شورشیان آتش‌بس را نقض کردند", [("other", "occurred")]),
    ("kept in force", "مردم زیر فشار تحریم‌ها هستند", []),
    ("imposed", "تحریم‌ها علیه این بانک وضع شد", [("sanctions", "occurred")]),
    ("the cabinet meets", "وزیر در جلسه هیئت دولت گفت راه امن است", []),
    ("ministers meet", "وزیران در جلسه‌ای در لاهور دیدار کردند", [("talks", "occurred")]),
    ("we want peace", "ما خواهان صلح هستیم", []),
    (
        "what does not stop",
        "اگر حملات متوقف نشود مردم آواره خواهند شد",
        [("attack", "ongoing"), ("displacement", "hypothetical")],
    ),
    ("in that case", "در این صورت نیروهای خود را خارج می‌کند", [("withdrawal", "hypothetical")]),
    ("in case", "در صورت تداوم تنش نیروهای خود را خارج می‌کند", [("withdrawal", "hypothetical")]),
    (
        "all that is demanded",
        "خواستار پایان جنگ و بازگشت آوارگان به روستاها شد",
        [("ceasefire", "hypothetical"), ("repatriation", "hypothetical")],
    ),
    ("ready to talk", "مسکو آماده مذاکره است", [("talks", "hypothetical")]),
    ("the victim of a deed", "خودروی قاضی هدف بمب‌گذاری قرار گرفت", [("bombing", "occurred")]),
    ("no part in it", "این حمله ارتباطی به ایران ندارد", [("attack", "occurred")]),
    ("executed", "حکم اعدام دو قاچاقچی در زندان اجرا شد", [("killing", "occurred")]),
    (
        "executions condemned",
        "سازمان عفو این اعدام‌ها را محکوم کرد",
        [("judgment", "occurred"), ("statement", "occurred")],
    ),
    ("sentenced", "دادگاه او را به اعدام محکوم کرد", [("judgment", "occurred")]),
    ("sentenced, the court told", "دادگاه متهم را محکوم کرد", [("judgment", "occurred")]),
    ("by the terms of a text", "بر اساس این طرح سربازان از مرز دور می‌شوند", [("withdrawal", "planned")]),
    ("a text cited", "بر اساس این توافق مرز باز است", [("agreement", "occurred")]),
    ("what they want", "آنها خواستار افزایش دستمزد هستند", []),
    ("joined a strike", "معلمان به اعتصاب پیوستند", [("protest", "occurred")]),
    ("never", "ما سلاح خود را تحویل نخواهیم داد", []),
    ("a siege that lasts", "تا محاصره شهر پایان نیابد مذاکره نمی‌کند", [("other", "ongoing"), ("talks", "denied")]),
    ("a decree refused", "ایران این مصوبه را رد کرد", []),
    ("a text refused", "جنبش این قطعنامه را رد کرد", []),
    ("to be taken on", "نیروی تازه خلع سلاح گروه‌ها را بر عهده خواهد گرفت", [("disarmament", "planned")]),
    ("on the agenda", "تمرین‌های مشترک با همسایگان در دستور کار است", [("training", "planned")]),
    ("called terrorist", "دولت این حمله را تروریستی خواند", [("attack", "occurred"), ("statement", "occurred")]),
    ("so that, in two verbs", "تا مأموریت پایان یافته و راه دراز شود", [("mission_end", "planned")]),
    (
        "and so, in two verbs",
        "نیروها از شهر خارج شده و در پایگاه مستقر شدند",
        [("withdrawal", "occurred"), ("deployment", "occurred")],
    ),
    ("answered", "به این حملات پاسخ خواهند داد", [("attack", "occurred")]),
    ("carried on", "این حملات را ادامه خواهند داد", [("attack", "ongoing")]),
    ("ought to have", "آژانس باید این تجاوز را محکوم می‌کرد", []),
    ("instead of", "به جای صدور قطعنامه سکوت کردند", []),
    ("another verb of taking", "تا بازگرداندن آخرین گروگان آرام نخواهد گرفت", []),
    ("people leave", "روزانه دو هزار نفر از مرز خارج می‌شوند", []),
    ("some of the troops leave", "صد نفر از سربازان از پایگاه خارج شدند", [("withdrawal", "occurred")]),
    ("signed jointly", "یادداشت‌هایی برای کار مشترک امضا خواهد شد", [("agreement", "planned")]),
    ("a claim disputed", "جنگجویان به پاسگاه حمله کردند. پلیس این ادعا را رد کرد", [("attack", "occurred")]),
    ("within a term", "ساکنان اردوگاه ظرف شش ماه به خانه بازمی‌گردند", [("repatriation", "planned")]),
    ("talks without a result", "مذاکرات نتیجه‌ای نداشت", [("talks", "occurred")]),
    ("to be resumed", "مذاکرات باید هفته آینده از سر گرفته شود", [("talks", "hypothetical")]),
    ("workers on contract", "کارگران پیمانی اعتصاب کردند", [("protest", "occurred")]),
    ("a pact", "دو کشور پیمانی امضا کردند", [("agreement", "occurred")]),
    ("left their homes", "مردم از خانه‌های خود خارج شدند", []),
    ("troops left", "سربازان از پایگاه خارج شدند", [("withdrawal", "occurred")]),
    ("out of prison", "این نویسنده از زندان آزاد شد", [("detainee_transfer", "occurred")]),
    ("another verb between", "سخنگو از کمک لاهور به آوارگان خبر داد", []),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in TALK], ids=[row[0] for row in TALK])
def test_remarks(text: str, expected: list[tuple[str, str]]) -> None:
    tokens = tokenize(text)
    triggers = find_triggers(tokens, "fa", load_events())
    assert [(t.type, str(realis(tokens, t, "fa"))) for t in triggers] == expected
