"""The words by which a place in somebody's words tells his state, or only where he is."""

from __future__ import annotations

from onrecord.resources.names import words as word_list

WAYS = frozenset(["in", "of", "from", "across", "throughout", "inside", "around"])
"""Prepositions by which words for somebody tell the place where he is, or comes from."""
ITS = frozenset(["of", "from"])
"""Those of them behind somebody's own name: "Ana Ruiz of Denver", not who spoke in Denver."""
IN, OF = frozenset(["in"]), frozenset(["of"])
FROM = frozenset(["from"])
STRANGE = frozenset(["foreign", "international", "visiting"])
MODIFYING = frozenset(["compound", "nmod", "amod", "poss"])
AWAY = word_list(
    "refugee migrant tourist visitor foreigner expatriate expat traveller traveler national diplomat envoy ambassador"
    " consul embassy consulate legation mission delegation delegate correspondent reporter observer monitor inspector"
    " peacekeeper mercenary contractor adviser advisor negotiator mediator participant leader minister official expert"
    " analyst base ally counterpart colleague investor exile prisoner captive hostage summit conference talk meeting"
    " war country nation state agreement policy interest involvement operation operations intervention election"
)
"""Who is in a place without being of it, and what is no party there."""
DESKS = frozenset(["bureau", "affairs", "desk"])
AWAY_FROM = AWAY | DESKS | {"editor", "office", "coordinator", "resident", "native"}
"""Words between a place and a name by which its bearer is sent there, or works on it."""
ARMED = word_list("troop soldier force marine serviceman personnel contingent army military warship warplane jet unit")
"""Those who may be another state's where they are."""
LOCAL = word_list("rebel government security local pro-government opposition insurgent police paramilitary militia")
"""Words before them by which they are of the place after all."""
NAMED = word_list(
    "club process convention accord accords treaty protocol declaration agreement conference summit forum group talks"
    " consensus principles pact charter dialogue initiative times post news tribune"
)
"""How names end in which a city's is only where something was founded or signed."""
PEOPLES = ("ian", "ish", "ese", "ean", "avi", "ani", "slav", "Soviet")
"""How the adjectives of states end, also of those that are no more: "Yugoslav"; others are faiths' and tongues'."""
MANY = word_list("dozen hundred thousand million score majority number group crowd lot couple")
"""Nouns that only count those behind "of"."""
GOVERNMENTS = frozenset(["administration", "government", "cabinet"])
PARTISANS = dict.fromkeys(["Republican", "Republicans", "Democrat", "Democrats", "GOP"], "USA")
"""The people of parties by whose names no other state's are told of in reports that name their own."""
SITED = word_list(
    "gallery museum library school college university institute academy hospital clinic court bank church mosque temple"
    " cathedral synagogue hotel prison jail centre center theatre theater zoo factory plant refinery mine airport"
    " station"
)
"""How the names of bodies end that are of the place they are in."""
AGAINST = word_list(
    "critic opponent enemy foe rival victim target supporter backer ally friend admirer creditor invader occupier"
)
"""Nouns whose "of" tells of another than theirs."""
BRANCHES = frozenset(
    (
        "Federal National Royal State Military Civil Transport Traffic Tourist Border Riot Provincial Regional"
        " Metropolitan City County University Supreme High Central Capitol Criminal Crown Appeals Family Labour Labor"
        " District"
    ).split()
)
"""Words before "Police" and "Court" that tell what branch it is; some are a town's name, too."""
PARTS = word_list(
    "capital village port suburb suburbs outskirts island coast border north south east west countryside area enclave"
)
"""Nouns for parts of states, beside those for the divisions they have."""
KINDS = frozenset(["organization", "group", "people", "person", "government", "office", "unknown", "state"])
