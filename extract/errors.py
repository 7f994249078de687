"""Every error that hasila raises for a reason its user can do something about.

    HasilaError
    ├── UsageError            the call itself is wrong: a flag, a missing path, an unwritable output (exit 2)
    │   ├── MissingExtra      a feature needs a package that is not installed; says what to install
    │   ├── OntologyError     a lexicon file is malformed; says file and line
    │   ├── PromptError       a prompt version is unknown, or its file is malformed
    │   ├── EndpointError     no article could be asked about: wrong key, model or base URL
    │   └── JournalError      a journal cannot be resumed from: other inputs, prompt or model, or damaged
    ├── ArticleError          one article cannot be read; the others go on (exit 1)
    ├── ModelFailure          one request to a model failed for good; becomes its article's ArticleError
    └── OutputError           the result cannot be written; the old output is kept (exit 1)

A message is one line: what is wrong, where, and how to mend it. The command prints it without a traceback.
"""


class HasilaError(Exception):
    """Root of the tree; `str(error)` is the one line shown to the user."""


class UsageError(HasilaError):
    """The call cannot be carried out as it was made."""


class MissingExtra(UsageError):
    """An optional dependency is not installed."""

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(f"{purpose} needs an extra package: pip install 'hasila[{extra}]'")


class OntologyError(UsageError):
    """A lexicon or names file is malformed."""


class PromptError(UsageError):
    """A prompt version is unknown, or its file is malformed."""


class EndpointError(UsageError):
    """No article can be asked about: the key, the model or the base URL is wrong."""


class JournalError(UsageError):
    """A run's journal cannot be resumed from."""


class ModelFailure(HasilaError):
    """One request to a model failed for good. `name` is the kind of failure, as "timed_out", for people who count."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(f"{name}: {what}")
        self.name, self.what = name, what


class ArticleError(HasilaError):
    """One article cannot be read."""

    def __init__(self, where: str, what: str, mend: str) -> None:
        super().__init__(f"{where}: {what}; {mend}")
        self.where, self.what, self.mend = where, what, mend

    def __reduce__(self) -> tuple[type["ArticleError"], tuple[str, str, str]]:
        """Errors cross process borders (`--jobs`), so they pickle by their parts."""
        return ArticleError, (self.where, self.what, self.mend)


class OutputError(HasilaError):
    """The result cannot be written."""
