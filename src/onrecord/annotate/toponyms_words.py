"""Word lists of the place-name recogniser."""


def words(text: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(text.split())


LOCATING = words("in at near outside across throughout around toward towards into inside within along")
FROM = words("from to of via through between")
TITLES = words(
    "mr. mrs. ms. dr. gov. sen. rep. lt. capt. sgt. col. gen. maj. sheriff judge coach president minister senator"
    " governor mayor officer detective justice rev. sir lord king queen prince princess pope chief sir professor"
    " prof. secretary deputy miss commissioner chairman director attorney"
)
BODIES = words(
    "university college school high elementary middle police department office post times tribune journal news herald"
    " gazette star press daily council court board commission hospital medical center centre church club football team"
    " association institute company inc. corp. co. group bank fire sheriff chamber museum library theater theatre union"
    " airlines committee society foundation party community district authority agency ministry hotel house hall stadium"
    " tigers bulldogs fc united city state county"
)
OF_BODIES = words(
    "university bank church bishop archdiocese diocese college museum institute city town village county state"
    " province port republic district capital suburb outskirts north south east west border"
)
CONTAINERS = words("city town village county state province district region island port capital suburb")
SPEECH = words("say tell add explain ask note reply believe think know have be")
DIRECTIONS = words("north south east west northern southern eastern western central upper lower downtown")
BODIES_OF_STATE = words(
    "government ministry minister president parliament army military police court embassy ambassador envoy official"
    " spokesman spokeswoman spokesperson delegation administration troops forces side leader leadership diplomat"
    " secretary senator foreign defense defence chief"
)
LINKS = words("of the and de la du del des el al an in on upon sur le les y da do dos e di der am ibn ul - – ' ’ / kwa")
