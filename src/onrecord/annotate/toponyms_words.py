"""Word lists of the place-name recogniser."""

from onrecord.resources.names import words

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
CONTAINERS = words(
    "city town village county state province district region island port capital suburb area neighborhood neighbourhood"
    " governorate countryside camp settlement locality hamlet outskirts environs municipality sub-district prefecture"
    " oblast canton department airport airbase crossing border junction valley mountains river coast"
)
SPEECH = words("say tell add explain ask note reply believe think know have be")
DIRECTIONS = words("north south east west northern southern eastern western central upper lower downtown")
BODIES_OF_STATE = words(
    "government ministry minister president parliament army military police court embassy ambassador envoy official"
    " spokesman spokeswoman spokesperson delegation administration troops forces side leader leadership diplomat"
    " secretary senator foreign defense defence chief"
)
LINKS = words("of the and de la du del des el al an in on upon sur le les y da do dos e di der am ibn ul - – ' ’ / kwa")
BEFORE = words("Lake Mount Mt. River Loch Lough Cape Fort Ft. Port Camp Lac Rio")
AFTER = words(
    "County Counties Co. Parish Township Twp. Borough Province Prefecture Oblast Governorate District Region Raion"
    " Street St. Road Rd. Avenue Ave. Drive Dr. Lane Boulevard Blvd. Highway Hwy. Parkway Pike Turnpike Way Court"
    " Circle Square Plaza Trail Freeway Expressway River Creek Lake Reservoir Dam Canal Bay Gulf Strait Sea Ocean"
    " Island Islands Isles Peninsula Valley Mountain Mountains Hills Heights Forest Desert Park Beach Harbor Harbour"
    " Bridge Corridor Crossing Airport Airfield Basin Plateau Pass Falls Springs Wilderness Refuge Ridge Swamp Camp"
)
PASSAGES = words("corridor crossing strait straits canal")
ROADS = words("Highway Route Road Interstate Hwy Hwy. Rt. FM CR US")
OF_ROADS = words("U.S. US State County Federal")
SETTLEMENTS = words(
    "city cities town towns village villages settlement settlements suburb suburbs neighborhood neighborhoods"
    " neighbourhood neighbourhoods hamlet hamlets port capital district districts province provinces governorate"
    " governorates state states region regions county counties municipality island islands area areas camp locality"
    " outskirts countryside enclave exclave peninsula valley"
    " north south east west northeast northwest southeast southwest coast republic"
)
