"""What reaches a person's terminal: article text made safe to print, and errors as one line with an exit code.

An article may hold escape sequences, bidi overrides and console markup, and so may a file name in an error. Here they
become visible stand-ins. Output files are data and keep every character; only what is shown passes through here.
"""

import codecs
import io
import json
import os
import re
import sys
from pathlib import Path
from typing import Any, NoReturn, cast

import typer
from typer.core import TyperGroup

from extract.errors import ArticleError, HasilaError, OutputError

INTERRUPTED = 130
READER_GONE = 141  # as the shell reports any program whose reader closed the pipe

# Line breaks and tabs end a cell or a line, so each becomes a blank.
_BLANKS = re.compile(r"[\t\n\r\x0b\x0c\x85\u2028\u2029]+")
# Marks that only steer layout (soft hyphen, LRM, RLM, ALM, zero-width space and joiner, BOM) are common in honest copy
# and are left out. ZWNJ and ZWJ stay: Persian spelling needs them.
_INVISIBLE = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff]")
# C0 and C1 controls, bidi embeddings, overrides and isolates, deprecated format and tag characters, lone surrogates.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2061-\u206f\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def visible(text: str) -> str:
    """`text` on one line, with nothing in it that a terminal would obey: a control shows as its code, "<U+001B>"."""
    text = _INVISIBLE.sub("", _BLANKS.sub(" ", text))
    return _UNSAFE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def isolated(line: str) -> str:
    """A printed line's right-to-left text set apart (FSI ... PDI), so that a terminal that reorders text leaves the
    columns around it in place. Only for a terminal: in a pipe the two characters would be noise in the data.
    """
    return f"\u2068{line}\u2069" if _RIGHT_TO_LEFT.search(line) else line


def say(message: str) -> None:
    """One line of talk, on stderr."""
    print(visible(message), file=sys.stderr, flush=True)


def complain(problem: object) -> None:
    """One line of trouble, on stderr."""
    say(f"error: {problem}")


class Commands(TyperGroup):
    """A command group in which a user's error is one line on stderr and an exit code, never a traceback.

    1: the work, or part of it, failed. 2: the call was wrong. 130: interrupted. 141: the reader of our output is gone.
    """

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> NoReturn:
        """Run the command line and exit; `standalone_mode` is typer's and makes no difference."""
        _mend_streams()
        try:
            code = super().main(*args, standalone_mode=False, **extra)
        except typer.TyperException as error:
            complain(f"{_sentence(error.format_message())}; `--help` shows the usage")
            code = error.exit_code
        except (KeyboardInterrupt, typer.Abort):
            code = INTERRUPTED
        except OSError as error:
            if error.filename is not None:  # one that opens a file names it, one that writes does not
                raise
            _leave_quietly()
            why = error.strerror or "it is closed"
            complain(f"standard output: cannot be written ({why}); mend that and run again")
            code = 1
        sys.exit(code if isinstance(code, int) else 0)

    def invoke(self, ctx: Any) -> Any:
        """Run one command, with our own errors turned into exit codes."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except BrokenPipeError:
            _leave_quietly()
            raise typer.Exit(READER_GONE) from None
        except HasilaError as error:
            complain(error)
            raise typer.Exit(1 if isinstance(error, ArticleError | OutputError) else 2) from None


def _sentence(message: str) -> str:
    return " ".join(message.split()).rstrip(".")


def _mend_streams() -> None:
    """Let stdout take every character, whatever its encoding; let a stream that the caller closed fail as others do.

    Without that Python would print what is for a closed stderr to stdout, among the data.
    """
    if getattr(sys, "stdout", None) is None:
        sys.stdout = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 not writable, so a write fails
    if getattr(sys, "stderr", None) is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 it stays open
    stdout: object = sys.stdout
    if isinstance(stdout, io.TextIOWrapper):
        codecs.register_error(_escaped.__name__, _escaped)
        cast("io.TextIOWrapper", stdout).reconfigure(errors=_escaped.__name__)


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """What an encoding lacks as \\uXXXX, which JSON reads back."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


def _leave_quietly() -> None:
    # Python flushes stdout once more at exit; with the pipe gone that would print an "Exception ignored" notice.
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    os.close(devnull)
