"""Errors of recordings, under the root of `extract.errors`.

HasilaError
└── UsageError
    ├── RecordingError       a recording is missing, or is not as it must be (exit 2)
    └── EndpointError
        └── RecordingMiss    a request has no recorded answer; like a wrong endpoint it ends the run (exit 2)
"""

from extract.errors import EndpointError, UsageError


class RecordingError(UsageError):
    """A recording is missing, or holds what none may hold."""


class RecordingMiss(EndpointError):
    """A request has no recorded answer, and while replaying nobody else is asked."""
