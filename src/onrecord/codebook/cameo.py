"""Cross-walk between PLOVER and CAMEO 1.1b3: types and modes to codes, and CAMEO's root codes to types.

CAMEO is finer in some places and coarser in others: a code is the nearest one, a root where no finer one fits.
"""

from collections.abc import Mapping

CODES: Mapping[str, str] = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "COOPERATE": "06", "AID": "07", "CONCEDE": "08",
    "RETREAT": "08", "REQUEST": "10", "ACCUSE": "11", "REJECT": "12", "THREATEN": "13", "PROTEST": "14",
    "MOBILIZE": "15", "SANCTION": "16", "COERCE": "17", "ASSAULT": "18",
    "CONSULT visit": "042", "CONSULT phone": "041", "CONSULT third-party": "045", "CONSULT multilateral": "046",
    "RETREAT withdraw": "0874", "RETREAT release": "0841", "RETREAT disarm": "0873", "RETREAT ceasefire": "0871",
    "RETREAT access": "0872", "RETREAT resign": "0831",
    "REQUEST assist": "103", "REQUEST change": "104", "REQUEST yield": "105", "REQUEST meet": "106",
    "ACCUSE disapprove": "111", "ACCUSE allege": "112", "ACCUSE investigate": "09",
    "REJECT assist": "122", "REJECT change": "123", "REJECT yield": "124", "REJECT meet": "125",
    "THREATEN restrict": "132", "THREATEN relations": "1313", "THREATEN territory": "1382",
    "THREATEN violence": "138",
    "PROTEST demo": "141", "PROTEST hunger": "142", "PROTEST strike": "143", "PROTEST obstruct": "144",
    "PROTEST riot": "145", "PROTEST vandalize": "145",
    "MOBILIZE police": "151", "MOBILIZE troops": "152", "MOBILIZE militia": "154",
    "SANCTION convict": "173", "SANCTION expel": "166", "SANCTION withdraw": "166",
    "COERCE seize": "1711", "COERCE restrict": "172", "COERCE censor": "1721", "COERCE curfew": "1723",
    "COERCE martial-law": "1724", "COERCE arrest": "173", "COERCE deport": "174", "COERCE cyber": "176",
    "ASSAULT abduct": "181", "ASSAULT sexual": "1821", "ASSAULT torture": "1822", "ASSAULT beat": "182",
    "ASSAULT primitive": "182", "ASSAULT explosives": "183", "ASSAULT suicide-attack": "1831",
    "ASSAULT targeted": "186", "ASSAULT firearms": "193", "ASSAULT heavy-weapons": "194", "ASSAULT aerial": "195",
    "ASSAULT drone": "195", "ASSAULT destroy": "1712", "ASSAULT crowd-control": "175",
    "ASSAULT unconventional": "204",
}  # fmt: skip
"""CAMEO's code of a type, or of a type with a mode ("COERCE arrest")."""

_ROOTS: Mapping[str, str] = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID",
    "08": "CONCEDE", "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN",
    "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT",
    "20": "ASSAULT",
}  # fmt: skip
_FINER: Mapping[str, str] = {
    "084": "RETREAT", "085": "RETREAT", "086": "RETREAT", "087": "RETREAT",
    "163": "COERCE", "1711": "COERCE", "1712": "ASSAULT", "191": "COERCE", "192": "COERCE",
}  # fmt: skip


TO_COME = "035"
"""Intent to yield: PLOVER 0.8 calls a withdrawal or release to come a CONCEDE, CAMEO has it among intents."""


def cameo(event: str, mode: str | None) -> str:
    """The nearest CAMEO code of a PLOVER type and mode."""
    return CODES.get(f"{event} {mode}", CODES[event])


def plover(code: str) -> str | None:
    """The PLOVER type of a CAMEO code; null where there is none (01, invented codes)."""
    if not (code.isdecimal() and 2 <= len(code) <= 4):
        return None
    longest = next((code[:n] for n in (4, 3) if code[:n] in _FINER), None)
    return _FINER[longest] if longest else _ROOTS.get(code[:2])
