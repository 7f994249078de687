"""Sentences as agency reports have them: what they tell, with its realis, and political talk that tells of nothing."""

from datetime import date

import pytest

from extract.article import Article
from extract.pipeline import extract

PUBLISHED = date(2026, 3, 4)  # a Wednesday

TOLD = [
    ("The United States has about 900 troops stationed in Jordan.", [("deployment", "ongoing")]),
    ("Spain has 300 soldiers deployed in Lebanon.", [("deployment", "ongoing")]),
    ("The remaining soldiers are expected to depart by June.", [("withdrawal", "planned")]),
    ("The closing of the border on Monday angered traders.", [("other", "occurred")]),
    ("Six officers are on trial in Hanover.", [("judgment", "ongoing")]),
    ("In May, two European countries reimposed sanctions on Belarus.", [("sanctions", "occurred")]),
    ("Missile fire from Yemen killed three people in Eilat.", [("shelling", "occurred")]),
    ("A third round will be held by the negotiators in Geneva on March 19.", [("talks", "planned")]),
    ("The parliament is expected to convene on March 25.", [("talks", "planned")]),
    ("A team of experts visited the town in December.", [("talks", "occurred")]),
    ("The two parties will sign the final text on Thursday.", [("agreement", "planned")]),
    ("Teachers in Kirkuk have been boycotting classes for a month.", [("protest", "ongoing")]),
    ("Babanusa, which the army captured in October, is without water.", [("other", "occurred")]),
    ("The rebels seized half of the province in 2014.", [("other", "occurred")]),
    ("Government troops took the village of Ras Hamdan on Tuesday.", [("other", "occurred")]),
    ("Some 900 refugees crossed back into Syria on Monday.", [("repatriation", "occurred")]),
    ("Iraq received 80 detainees from Syria on Monday.", [("detainee_transfer", "occurred")]),
    ("The army captured three fighters near the town.", [("arrest", "occurred")]),
    ("A delegation that visited the city in December left.", [("talks", "occurred")]),
    ("Flash floods that swept through the valley on Monday killed 12 people.", [("other", "occurred")]),
    (
        "An attack in Jordan killed three soldiers in January and Washington retaliated with strikes in Yemen.",
        [("attack", "occurred"), ("airstrike", "occurred")],
    ),
    ("Attacks on convoys in the north killed 12 people on Monday.", [("attack", "occurred")]),
    ("Thousands rallied in support of the army in Gao on Monday.", [("protest", "occurred")]),
    ("The ministers, who often met in Paris, held talks on Monday.", [("talks", "occurred")]),
    ("He said that withdrawing troops would be a mistake.", [("withdrawal", "hypothetical")]),
    ("He said that closing the border would help the smugglers.", [("other", "hypothetical")]),
    ("The new cabinet will be sworn in on Monday.", [("appointment", "planned")]),
    ("The minister welcomed the decision.", [("statement", "occurred")]),
]

BEHIND_THE_LEAD = "A mill in Sfax has closed. Its owner is abroad. It made flour. "

QUIET = [
    "The warring sides blamed the visiting official.",
    "Rescue workers and aid agencies said they lacked fuel.",
    "Protest leaders said they would not back down.",
    "The meeting room was empty.",
    "He lost in the second round of the tournament.",
    "A photographer captured the mood of the village.",
    "Storms downed power lines in the north, the grid operator said.",
    "Soldiers based their report on photographs.",
    "The bank prepared a report on loans to farmers.",
    "Any agreement has to cover the missiles.",
    "The minister said that displaced families need tents.",
    "The group often carries out bombings and kidnappings for ransom.",
    "Attacks on convoys are frequent, the agency said.",
    "He stressed the importance of dialogue and respect for agreements.",
    "He has long been a critic of the strikes.",
]

PASSING = [
    "The minister welcomed the deal.",
    "Officials expressed concern over prices.",
    "The sanctions have hurt the economy.",
    "Prices have risen since the vote, traders say.",
]

NOT_PASSING = [
    ("The minister condemned the deal.", [("statement", "occurred")]),
    ("The sanctions on Belarus were lifted on Monday.", [("sanctions", "occurred")]),
    ("The attack killed two people.", [("attack", "occurred")]),
]


def told(text: str) -> list[tuple[str, str]]:
    found = extract(Article.of(text, id="a", lang="en", published=PUBLISHED)).events
    return [(event.type, event.realis.value) for event in found]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_reports_tell(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", QUIET)
def test_talk_tells_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", PASSING)
def test_what_is_only_mentioned_behind_the_lead(text: str) -> None:
    assert told(BEHIND_THE_LEAD + text) == []


@pytest.mark.parametrize(("text", "expected"), NOT_PASSING)
def test_what_is_told_behind_the_lead(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(BEHIND_THE_LEAD + text) == expected
