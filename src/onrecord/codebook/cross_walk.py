"""Records in the terms of CAMEO: the code of an event, by its rule where the codebook gives one."""

import functools
from collections.abc import Mapping

from onrecord.codebook.cameo import TO_COME, cameo
from onrecord.codebook.rules import in_use, load
from onrecord.model import Event


def cameo_code(event: Event) -> str:
    """The nearest CAMEO code of an event: what its rule says, else what its type, mode and status do.

    An event without a type (one that a user took away) has none: "".
    """
    if not event.event:
        return ""
    named = _named_by_rules(str(in_use())).get(event.coded_by.rule or "")
    if named is not None:
        return named
    if event.event == "CONCEDE" and event.status == "planned":
        return TO_COME
    return cameo(event.event, event.mode)


@functools.cache
def _named_by_rules(_folder: str) -> Mapping[str, str]:
    return {rule.id: rule.cameo for file in load().files for rule in file.rules if rule.cameo is not None}
