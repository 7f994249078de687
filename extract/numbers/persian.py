from extract.numbers.numeral import Numeral
from extract.text import Tokens


def scan(tokens: Tokens) -> list[Numeral]:
    return []
