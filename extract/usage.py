"""What a model's answers cost: the meter of one article, filled in by whoever sends, caches or retries."""

from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(slots=True)
class Usage:
    """Cost of one article, or of many added up. Tokens are those that the server reports; `seconds` is wall time.

    `requests` are questions asked (parts of a long article and re-asks among them), `cached` those answered from the
    cache, `attempts` what went over the wire, retries among them.
    """

    requests: int = 0
    cached: int = 0
    attempts: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    seconds: float = 0.0

    def add(self, other: "Usage") -> None:
        """Add `other` to this sum."""
        self.requests += other.requests
        self.cached += other.cached
        self.attempts += other.attempts
        self.prompt_tokens += other.prompt_tokens
        self.completion_tokens += other.completion_tokens
        self.seconds += other.seconds


# The meter of the article that the running task works on. Every task has a context of its own, so articles read at the
# same time do not share one.
METER: ContextVar[Usage | None] = ContextVar("METER", default=None)
