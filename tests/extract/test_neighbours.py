"""What a sentence counts does not depend on the sentence behind it: every sentence of the samples, before several others."""

import re
from pathlib import Path

import pytest

from extract import Article, extract

SEEDS = Path(__file__).parents[2] / "seeds"
FOLLOWERS = {
    "ar": ["واحترقت تسع سيارات.", "تسع سيارات احترقت.", "اعتقل ثلاثة رجال."],
    "fa": ["نه خودرو سوخت.", "سه مرد بازداشت شدند.", "هوا سرد بود."],
    "en": ["Nine vehicles were burned.", "Three men were arrested.", "It was a cold day."],
}


def sentences(lang: str) -> list[str]:
    found: set[str] = set()
    for path in SEEDS.glob(f"{lang}-*.txt"):
        for line in path.read_text(encoding="utf-8").splitlines():
            found |= set(re.split(r"(?<=[^.A-Z][.!?؟])\s+", line.strip()))
    return sorted(sentence for sentence in found if sentence[-1:] in ".!?؟" and sentence)


def figures(text: str, lang: str, stop: int) -> list[tuple[str, str, str]]:
    found = extract(Article.of(text, lang=lang)).figures
    return [(one.kind, str(one.value), one.evidence.text) for one in found if one.evidence.start < stop]


@pytest.mark.parametrize("lang", ["ar", "fa", "en"])
def test_a_sentence_behind_changes_no_figure(lang: str) -> None:
    changed = [
        (sentence, follower)
        for sentence in sentences(lang)
        for follower in FOLLOWERS[lang]
        if figures(f"{sentence} {follower}", lang, len(sentence)) != figures(sentence, lang, len(sentence))
    ]
    assert changed == []
