"""English news paragraphs written for these tests, with every trigger that must be found: type, realis, words."""

import pytest

from extract.events import find_triggers, load_events, realis
from extract.text import tokenize

STORIES = [
    (
        "withdrawal and handover",
        "The last Danish platoon pulled out of its outpost near Gao on Saturday and handed the camp over to the Malian "
        "army. A Belgian contingent is expected to withdraw by March, officials said.",
        [
            ("withdrawal", "occurred", "pulled out"),
            ("handover", "occurred", "handed the camp over"),
            ("withdrawal", "planned", "withdraw"),
        ],
    ),
    (
        "airstrike and denial",
        "Warplanes bombed a fuel depot outside Hodeidah before dawn, residents said. The air force denied carrying "
        "out any raid in the area and said it had not deployed troops there.",
        [
            ("airstrike", "occurred", "bombed"),
            ("operation", "denied", "raid"),
            ("deployment", "denied", "deployed"),
        ],
    ),
    (
        "bombing and claim",
        "A car bomb went off beside a police station in Mogadishu, killing the district commander. Al-Shabaab claimed "
        "responsibility, and the African Union condemned the attack.",
        [
            ("bombing", "occurred", "car bomb went off"),
            ("killing", "occurred", "killing"),
            ("statement", "occurred", "claimed responsibility"),
            ("statement", "occurred", "condemned"),
            ("attack", "occurred", "attack"),
        ],
    ),
    (
        "talks and agreement",
        "The Azerbaijani foreign minister met his Armenian counterpart in Vienna on Tuesday. The two sides agreed to "
        "exchange prisoners next week, and a second round of talks will be held in Tbilisi.",
        [
            ("talks", "occurred", "met"),
            ("agreement", "occurred", "agreed"),
            ("detainee_transfer", "planned", "exchange"),
            ("talks", "planned", "round of talks"),
        ],
    ),
    (
        "arrests and trial",
        "Police in Lagos arrested eleven suspects in a series of raids. A court sentenced their alleged leader to "
        "life in prison last month; two others have not been charged.",
        [
            ("arrest", "occurred", "arrested"),
            ("operation", "occurred", "raids"),
            ("judgment", "occurred", "sentenced"),
            ("judgment", "denied", "charged"),
        ],
    ),
    (
        "displacement and aid",
        "Nearly 9,000 villagers fled across the border after militiamen stormed the town of Bukavu. A relief convoy "
        "carrying food aid reached the camp on Sunday, and Norway pledged $12 million.",
        [
            ("displacement", "occurred", "fled"),
            ("operation", "occurred", "stormed"),
            ("aid", "occurred", "relief convoy carrying food aid reached"),
            ("aid", "occurred", "pledged"),
        ],
    ),
    (
        "abduction and release",
        "Gunmen kidnapped three Polish engineers near the mine in May. They were freed on Friday after negotiations "
        "led by tribal elders; no ransom was paid.",
        [
            ("abduction", "occurred", "kidnapped"),
            ("detainee_transfer", "occurred", "freed"),
            ("talks", "occurred", "negotiations"),
        ],
    ),
    (
        "protest and vote",
        "Tens of thousands of demonstrators marched through Belgrade and riot police fired tear gas. Parliament will "
        "not vote on the mining bill this week, the speaker said.",
        [("protest", "occurred", "marched"), ("legislation", "denied", "vote")],
    ),
    (
        "appointment and resignation",
        "The president named a retired admiral as defence minister after the resignation of his predecessor. A new "
        "ambassador to Ankara could be appointed before the summer.",
        [
            ("appointment", "occurred", "named"),
            ("other", "occurred", "resignation"),
            ("appointment", "hypothetical", "appointed"),
        ],
    ),
    (
        "sanctions and exercise",
        "Canada imposed sanctions on four shipping firms. The Indian and Omani navies are holding a joint exercise off "
        "Duqm, and Australia has sent a warship to take part.",
        [
            ("sanctions", "occurred", "imposed sanctions"),
            ("training", "ongoing", "joint exercise"),
            ("deployment", "occurred", "sent"),
        ],
    ),
    (
        "disarmament and mission end",
        "Former rebels have begun laying down their weapons at a site run by the United Nations, whose mission ends in "
        "June. Refugees may return if the truce holds.",
        [
            ("disarmament", "ongoing", "laying down"),
            ("mission_end", "planned", "ends"),
            ("repatriation", "hypothetical", "return"),
            ("ceasefire", "hypothetical", "truce"),
        ],
    ),
    (
        "shelling and threat",
        "Rebels shelled the port for a second night and shot down a surveillance drone. The government threatened to "
        "bomb their positions unless they withdraw.",
        [
            ("shelling", "occurred", "shelled"),
            ("attack", "occurred", "shot down"),
            ("statement", "occurred", "threatened"),
            ("withdrawal", "hypothetical", "withdraw"),
        ],
    ),
]

# Ordinary prose in which nothing of security or diplomatic life happens.
QUIET = [
    "Shares in the retailer rose four percent after it raised its profit target and announced a new chief executive.",
    "The striker returned to training on Monday and could play in the derby, his coach told a news conference.",
    "The company launched a fire-resistant battery and says its plant will meet demand from carmakers next year.",
    "May Harris, who runs the bakery, said the smell of bread still makes her think of her grandfather.",
    "The museum opens a show on the history of flight, with a model of the first passenger jet.",
    "Doctors said the patient suffered a heart attack and was moved to another ward.",
    "The report was released on Thursday and covers farming, forestry and fishing.",
    "A cold front will sweep the coast and temperatures are expected to fall below zero.",
]


def labels(text: str) -> list[tuple[str, str, str]]:
    tokens = tokenize(text)
    triggers = find_triggers(tokens, "en", load_events())
    return [(t.type, str(realis(tokens, t, "en")), tokens.span(t.first, t.stop).of(text)) for t in triggers]


@pytest.mark.parametrize(("text", "expected"), [story[1:] for story in STORIES], ids=[story[0] for story in STORIES])
def test_every_trigger_of_a_story_is_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize("text", QUIET)
def test_ordinary_prose_has_no_trigger(text: str) -> None:
    assert labels(text) == []
