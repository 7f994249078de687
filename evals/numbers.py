"""How numbers are written, in one place: scores, intervals, differences and p-values; "–" for what is undefined."""

UNDEFINED = "–"


def score(value: float | None) -> str:
    """A score in [0, 1]: "0.912"."""
    return UNDEFINED if value is None else f"{value:.3f}"


def bounds(low: float | None, high: float | None, digits: int = 3) -> str:
    """An interval: "[0.870, 0.944]"."""
    if low is None or high is None:
        return UNDEFINED
    return f"[{_number(low, digits)}, {_number(high, digits)}]"


def signed(value: float | None, digits: int = 3) -> str:
    """A difference: "+0.21"; the minus is U+2212, as wide as the plus."""
    if value is None:
        return UNDEFINED
    text = _number(value, digits)
    return text if text.startswith("−") else f"+{text}"


def signed_digits(value: float) -> int:
    """Two digits tell a large difference, three a small one."""
    return 2 if abs(value) >= 0.1 else 3


def p_value(p: float) -> str:
    """ "p = 0.0002", with as many digits as 9,999 resamples support."""
    return f"p = {p:.4f}" if p < 0.1 else f"p = {p:.2f}"


def rate(value: float | None) -> str:
    """A rate per 1,000 words: "3.4"."""
    return UNDEFINED if value is None else f"{value:.1f}"


def share(part: int, whole: int) -> str:
    """A share in percent, never rounded up to 100."""
    if not whole:
        return UNDEFINED
    return f"{100 * part // whole if part < whole and 100 * part / whole > 99.5 else round(100 * part / whole)} %"


def _number(value: float, digits: int) -> str:
    text = f"{value:.{digits}f}"
    if float(text) == 0:
        text = text.lstrip("-")
    return text.replace("-", "−")
