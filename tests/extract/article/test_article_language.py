"""Language: ar, fa or en for what is one of them, a refusal by name for what is not."""

import subprocess
import sys

import pytest

from extract.article.language import choose, detect
from extract.errors import ArticleError

ARABIC = "أعلن المتحدث أن القوات انسحبت من القاعدة في الليل، وقال إن العملية لم تستغرق سوى ساعتين."
PERSIAN = "سخنگوی ارتش گفت که نیروها در شب از پایگاه خارج شدند و این عملیات را در دو ساعت به پایان رساندند."
ENGLISH = "The spokesman said that the troops had left the base at night and that it took them two hours."


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param(ARABIC, "ar", id="Arabic"),
        pytest.param(PERSIAN, "fa", id="Persian"),
        pytest.param(ENGLISH, "en", id="English"),
        pytest.param(PERSIAN.replace("ی", "ي").replace("ک", "ك"), "fa", id="Persian on an Arabic keyboard"),
        pytest.param(ARABIC.replace("ي", "ى").replace("أ", "ا").replace("إ", "ا"), "ar", id="careless Arabic"),
        pytest.param("القوات تنسحب من القاعدة", "ar", id="Arabic headline"),
        pytest.param("أربعة آلاف", "ar", id="an Arabic numeral"),
        pytest.param("قُتِلَ خَمْسَةُ جُنُودٍ فِي الهُجُومِ", "ar", id="fully vowelled"),
        pytest.param("نیروهای آمریکایی", "fa", id="Persian headline"),
        pytest.param("دو هزار نظامی", "fa", id="a Persian numeral"),
        pytest.param("Troops", "en", id="one English word"),
        pytest.param("37 operations", "en", id="an English count"),
        pytest.param("5 km", "en", id="two Latin letters"),
        pytest.param("The cell planned attacks on the capital.", "en", id="a short English sentence"),
        pytest.param("A drone strike on a car killed one.", "en", id="one that looks Swedish to an identifier"),
        pytest.param("Coalition hands over Ain al-Asad air base", "en", id="English headline full of names"),
        pytest.param(f"{ARABIC} وأضاف: “we have left”.", "ar", id="Arabic with English inside"),
        pytest.param(f"{ENGLISH} In Arabic: انسحبت القوات.", "en", id="English with Arabic inside"),
        pytest.param(f"{ARABIC * 3} {ENGLISH}", "ar", id="a mixed text goes with most of it"),
        pytest.param(f"{ENGLISH * 3} {PERSIAN}", "en", id="and the other way round"),
        pytest.param(f"{PERSIAN} ڈاکٹر ٹیپو نے", "fa", id="an Urdu name in Persian"),
        pytest.param("تقدم الأكراد في مدينة كرد على حساب قوات كرد أخرى", "ar", id="Kurds are no Persian verb"),
    ],
)
def test_ours(text: str, lang: str) -> None:
    assert detect(text, "a.txt") == lang


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("فوج نے کہا ہے کہ حملے میں پانچ دہشت گرد ہلاک ہو گئے ہیں۔", "Urdu", id="Urdu"),
        pytest.param("پوځ وویل چې په برید کې پنځه کسان ووژل شول او لس نور ټپیان شول.", "Pashto", id="Pashto"),
        pytest.param("سوپا رایگەیاند کە لە هێرشەکەدا پێنج کەس کوژراون.", "Kurdish", id="Sorani"),
        pytest.param("ئارمىيە ھۇجۇمدا بەش كىشىنىڭ ئۆلگەنلىكىنى ئېيتتى.", "Uyghur", id="Uyghur"),
        pytest.param(
            "L'armée a annoncé que douze soldats ont été tués dans une attaque contre la base.", "French", id="French"
        ),
        pytest.param("El ejército dijo que 12 soldados murieron en el ataque contra la base.", "Spanish", id="Spanish"),
        pytest.param(
            "Die Armee teilte mit, dass zwölf Soldaten bei dem Angriff getötet wurden.", "German", id="German"
        ),
        pytest.param("Ordu, üsse düzenlenen saldırıda on iki askerin öldüğünü açıkladı.", "Turkish", id="Turkish"),
        pytest.param("Armia poinformowała, że w ataku na bazę zginęło dwunastu żołnierzy.", "Polish", id="Polish"),
        pytest.param("Армия сообщила, что при нападении погибли двенадцать солдат.", "Russian", id="Russian"),
        pytest.param("הצבא הודיע כי שנים עשר חיילים נהרגו בהתקפה", "Hebrew", id="Hebrew"),
        pytest.param("军队表示袭击造成十二名士兵死亡", "Chinese", id="Chinese"),
        pytest.param("軍によると攻撃で十二人の兵士が死亡した", "Japanese", id="Japanese"),
        pytest.param("सेना ने कहा कि हमले में बारह सैनिक मारे गए", "Devanagari script", id="Hindi"),
    ],
)
def test_others_are_refused_by_name(text: str, name: str) -> None:
    with pytest.raises(ArticleError, match=rf"^a\.txt: is in {name}, which is not read; .*--lang"):
        detect(text, "a.txt")


@pytest.mark.parametrize("text", ["12345", "… — !", "١٢ / ٣"])
def test_no_words_no_language(text: str) -> None:
    with pytest.raises(ArticleError, match="no word that tells its language; name the language with --lang"):
        detect(text, "a.txt")


@pytest.mark.parametrize(
    ("declared", "text", "lang", "remarked"),
    [
        pytest.param("ar", ARABIC, "ar", False, id="it fits"),
        pytest.param("fa-IR", PERSIAN, "fa", False, id="with a region"),
        pytest.param("Persian", PERSIAN, "fa", False, id="by name"),
        pytest.param("fas", "سلام", "fa", False, id="it settles a few words"),
        pytest.param("en", ARABIC, "ar", True, id="another script"),
        pytest.param("ar", PERSIAN, "fa", True, id="the text decides"),
        pytest.param("tlh", ENGLISH, "en", True, id="a language of no news"),
    ],
)
def test_declared_language(declared: str, text: str, lang: str, remarked: bool) -> None:
    found, remark = choose(declared, text, "a.txt")
    assert found == lang
    assert bool(remark) is remarked


def test_clear_texts_never_load_the_identifier() -> None:
    code = (
        "import sys; from extract.article import Article\n"
        f"for text in ({ARABIC!r}, {PERSIAN!r}, {ENGLISH!r}): Article.of(text)\n"
        "heavy = {'lingua', 'trafilatura', 'charset_normalizer', 'pydantic', 'pandas'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(("text", "lang"), [("x", "en"), ("12 A", "en"), ("م 12", "ar")])
def test_a_letter_or_two_are_of_a_language_in_their_script(text: str, lang: str) -> None:
    assert detect(text, "a.txt") == lang
