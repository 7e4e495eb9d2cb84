"""What words of a promise are of: a contact, an open route, a guest; and consents that promise nothing."""

import re

from onrecord.present.acts import Act
from onrecord.present.phrases import flat

MEETS = re.compile(
    r"(?:[^.;]{0,60}\b(?:will|would|shall|to) )?(?:meet|hold|attend|host|convene|receive|visit|resume|sit down|speak|"
    r"talk|take part in|join|come to|travel)\b",
    re.IGNORECASE,
)
"""A promise of a contact, not one that only names it."""
RECEIVES = re.compile(r"(?:[^.;]{0,60}\b(?:will|would|shall|to) )?(?:receive|host|admit|welcome)\b", re.IGNORECASE)
"""A promise to let somebody come."""
OPENS = re.compile(
    r"(?:[^.;]{0,60}\b(?:will|would|shall|to) (?:be )?(?:fully )?)?"
    r"(?:re-?open(?:ed)?|unblock(?:ed)?|again (?:carry|run|sail|operate|cross)|resume)\b",
    re.IGNORECASE,
)
"""A promise that a route will be open as a whole, not that somebody may pass."""
_CONSENTS = re.compile(
    r"(?:[^,.;]{0,40}? )?(?:(?:has|have|had) )?(?:also )?(?:accepted|agreed|consented|said yes)"
    r"(?:[,;]? (?:and|but))?[,.;]?|"
    r"(?:the|this|that|these|its|his|her|their|an?) (?:\w+ )?"
    r"(?:invitation|offer|proposal|request|demand|term|plan|idea)s?",
    re.IGNORECASE,
)
"""Words of a consent that tell nothing of what was promised: it answers what was told before."""
_DECISION = re.compile(r"(?:decision|decided|decides?|(?:has|had|have) decided)", re.IGNORECASE)
_SHUTS = re.compile(
    r"(?:to )?(?:close|shut|seal|cut|block|suspend|halt|stop|ban|bar|expel|break off|impose|withhold|cancel)\b",
    re.IGNORECASE,
)


def promises(act: Act) -> bool:
    """Whether words promise anything: not only "accepted the offer", nor a decision to shut or to stop something."""
    if _CONSENTS.fullmatch(flat(act.words.text)):
        return False
    decided = any(_DECISION.fullmatch(span.text) for span in act.spans)
    return not (decided and _SHUTS.match(act.words.text))
