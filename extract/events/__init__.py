"""Events: triggers and their grammar, realis, and the clause that is an event's evidence."""

from extract.events.beside import beside_from, follows_text, is_answered
from extract.events.clauses import Clauses, clause
from extract.events.lexicon import EventLexicon, EventType, load_events
from extract.events.realis import Realis, is_at_once, realis
from extract.events.refuted import is_plainly_negated, is_refuted
from extract.events.trigger import STRIKES, VIOLENT, Form, Role, Trigger, Voice
from extract.events.triggers import find_triggers, is_persian_verb

__all__ = [
    "STRIKES",
    "VIOLENT",
    "Clauses",
    "EventLexicon",
    "EventType",
    "Form",
    "Realis",
    "Role",
    "Trigger",
    "Voice",
    "beside_from",
    "clause",
    "find_triggers",
    "follows_text",
    "is_answered",
    "is_at_once",
    "is_persian_verb",
    "is_plainly_negated",
    "is_refuted",
    "load_events",
    "realis",
]
