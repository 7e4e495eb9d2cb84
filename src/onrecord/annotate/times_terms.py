"""How a text is cut for time expressions."""

import re

TERM = re.compile(
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?(?!\d)"  # 2020-11-09
    r"|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)"  # 22.05.2021
    r"|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d)"  # 11/9/2020
    r"|\d{1,2}:\d\d(?::\d\d)?(?!\d)"  # 10:35
    r"|\d{3,4}['’]?s\b|['‘’]\d0['’]?s\b|\d0s\b"  # 1980s, '80s
    r"|\d+(?:st|nd|rd|th)\b"
    r"|\d+ \d/\d(?!\d)"  # 5 1/2
    r"|\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    r"|[AaPp]\.\s?[Mm]\b\.?"
    r"|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun)\.(?=\s)"
    r"|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*\d?"  # words, Q3, o'clock
    r"|['’]s\b|['’]"
    r"|\n\s*\n"  # a paragraph ends
    r"|[^\s]"
)
