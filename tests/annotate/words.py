"""The words of a text as a network read them, by the words themselves."""

from onrecord.annotate.word_readings import WordReading, WordReadings


def word_in(read: WordReadings, text: str, words: str) -> WordReading:
    """The reading of the word with which `words` begin in `text`."""
    found = read.at(text.index(words))
    assert found is not None
    return found
