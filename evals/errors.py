"""Errors of the evals, under the same root as those of `extract`.

HasilaError
└── UsageError
    ├── GoldError         the gold set is not as it must be; says file, article and label (exit 2)
    └── UnmeasuredError   a score could not be measured at all (exit 2), which is not a bad score
"""

from extract.errors import UsageError


class GoldError(UsageError):
    """The gold set, or a file of predictions set against it, is not as it must be."""


class UnmeasuredError(UsageError):
    """Nothing could be measured."""
