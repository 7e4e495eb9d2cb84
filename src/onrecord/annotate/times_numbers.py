"""Numbers in figures and words, as time expressions use them."""

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_ORDINAL_ONES = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]

CARDINALS = {word: value for value, word in enumerate(_ONES)} | {
    word: 20 + 10 * index for index, word in enumerate(_TENS)
}
"""Words for single numbers below a hundred."""

NUMBER_WORDS = frozenset(CARDINALS) | frozenset(_SCALES)

ORDINALS = {word: value for value, word in enumerate(_ORDINAL_ONES, 1)} | {
    "twentieth": 20,
    "thirtieth": 30,
}
"""Words for single ordinal numbers."""


def cardinal(words: list[str]) -> int:
    """The value of number words read together: ["twenty", "six"] is 26, ["two", "thousand"] is 2000."""
    total, current = 0, 0
    for word in words:
        if word not in _SCALES:
            current += CARDINALS[word]
        elif _SCALES[word] == 100:
            current = max(current, 1) * 100
        else:
            total += max(current, 1) * _SCALES[word]
            current = 0
    return total + current


def spoken_year(words: list[str]) -> int | None:
    """The year that number words tell ("nineteen ninety-six" is 1996); None where they tell none."""
    if len(words) in (2, 3) and words[0] in ("eighteen", "nineteen", "twenty") and words[1] in CARDINALS:
        rest = cardinal(words[1:])
        tens = CARDINALS[words[1]]
        single = len(words) == 2 or (tens >= 20 and 0 < CARDINALS.get(words[2], 99) < 10)
        if single and tens >= 10 and rest < 100:
            return CARDINALS[words[0]] * 100 + rest
    if words[:2] == ["two", "thousand"] and cardinal(words) < 2100:
        return cardinal(words)
    return None
