"""Invented reports in styles that the news corpus lacks: transcripts, readouts, bulleted lists, releases, posts.

The frames and all names are invented; what is said is drawn at training time from the contents of the training
corpus, so nothing of that corpus is stored here. A report is a document like the corpus's own: text and quotes.
"""

import re
from dataclasses import dataclass

FIRST = (
    "Ada",
    "Borin",
    "Calia",
    "Darek",
    "Edda",
    "Faris",
    "Goran",
    "Hale",
    "Ilse",
    "Joren",
    "Katja",
    "Lemuel",
    "Mirel",
    "Nadia",
    "Oskar",
    "Petra",
    "Rafe",
    "Sunniva",
    "Tarek",
    "Ulla",
    "Viktor",
    "Wanda",
    "Yusuf",
    "Zora",
)
HEADS = (
    "Al",
    "Bar",
    "Cor",
    "Dra",
    "El",
    "Fen",
    "Gar",
    "Hol",
    "Ist",
    "Jar",
    "Kal",
    "Lor",
    "Mar",
    "Nev",
    "Or",
    "Pel",
    "Rav",
    "Sar",
    "Tol",
    "Ul",
    "Ver",
    "Wes",
    "Yar",
    "Zel",
)
TAILS = (
    "adin",
    "ander",
    "ano",
    "bek",
    "dorf",
    "eld",
    "enko",
    "eva",
    "idze",
    "inen",
    "ic",
    "il",
    "kov",
    "lund",
    "mann",
    "ola",
    "oni",
    "ova",
    "rath",
    "sen",
    "stad",
    "vic",
    "yan",
    "zai",
)
LANDS = (
    "Vesperia",
    "Korlund",
    "Tamaris",
    "Ostreva",
    "Belmarch",
    "Quenland",
    "Sardovia",
    "Ilmenia",
    "Rostany",
    "Pellaro",
    "Marvane",
    "Uzmir",
)
OFFICES = (
    "Foreign Minister",
    "Secretary",
    "Prime Minister",
    "Ambassador",
    "President",
    "Special Envoy",
    "Defence Minister",
    "Deputy Foreign Minister",
    "Secretary-General",
    "High Representative",
    "General",
    "Governor",
    "Commissioner",
)
BODIES = (
    "the {land} Foreign Ministry",
    "{land}’s defence ministry",
    "the {land} government",
    "the State Department",
    "the UN mission",
    "the Ministry of Foreign Affairs of {land}",
    "the {land} embassy",
    "the Red Cross",
    "the Security Council",
    "the rebels",
    "the {land} presidency",
    "a senior {land} official",
    "two diplomats",
    "residents",
    "state media",
    "the agency",
    "local police",
    "a source close to the talks",
    "officials familiar with the matter",
    "the monitoring mission",
    "the army",
    "the International Crisis Desk",
)
SAID = (
    "said",
    "stated",
    "added",
    "noted",
    "stressed",
    "reiterated",
    "announced",
    "told reporters",
    "explained",
    "insisted",
    "warned",
    "claimed",
    "acknowledged",
    "confirmed",
    "argued",
    "declared",
)
THAT = (
    "reaffirmed",
    "underscored",
    "emphasized",
    "reiterated",
    "stressed",
    "noted",
    "stated",
    "recalled",
    "warned",
    "expressed concern",
    "made clear",
    "informed reporters",
    "alleged",
    "denied",
)
WISH = (
    "pledged",
    "vowed",
    "promised",
    "agreed",
    "urged all sides",
    "called on both parties",
    "reaffirmed their commitment",
    "threatened",
    "refused",
    "asked the parties",
)
CHANNEL = (
    "in a statement",
    "at a news conference",
    "in a post on Telegram",
    "in an interview",
    "on social media",
    "in a letter",
    "by phone",
    "on Tuesday",
    "in a televised address",
    "at a briefing in {land}",
    "late on Friday",
    "through a spokesman",
)
MEETING = ("spoke today with", "met with", "held talks with", "received")
VENUES = (
    "Department Press Briefing",
    "Remarks to the Press",
    "Noon Briefing",
    "Transcript of Press Availability",
    "Joint Press Conference",
)


@dataclass
class Material:
    """Contents of the corpus by the frame they fit: whole sentences, that-clauses, to-clauses, plain paragraphs."""

    sentences: list[str]
    thats: list[str]
    wishes: list[str]
    plain: list[str]


def material(docs):
    """Sort the corpus's contents by frame."""
    sentences, thats, wishes, plain = [], [], [], []
    for doc in docs:
        text = doc["text"]
        for q in doc["quotes"]:
            raw = text[q["start"] : q["end"]]
            inner = re.sub(r"[“”\"«»]", "", raw).strip(" ,.;:—-–'‘’\xa0\n")
            size = len(inner.split())
            if "\n" in inner or not 4 <= size <= 60:
                continue
            if raw[0] in '“"' and inner[:1].isupper() and raw.rstrip()[-1:] in '”"':
                sentences.append(inner)
            elif inner.startswith("that "):
                thats.append(inner)
            elif inner.startswith("to ") and raw.count("“") == 0:
                wishes.append(inner)
        covered = [(min(q["start"], q["cue_start"] or q["start"]), q["end"]) for q in doc["quotes"]]
        for m in re.finditer(r"[^\n]{60,500}", text):
            if not any(a < m.end() and b > m.start() for a, b in covered):
                plain.append(m.group().strip())
    return Material(sentences, thats, wishes, plain)


class Writer:
    """Builds one report, keeping track of where each part of a statement stands."""

    def __init__(self, rng, stuff):
        self.rng, self.stuff, self.text, self.quotes, self.count = rng, stuff, "", [], 0
        self.land = rng.choice(LANDS)

    def put(self, text):
        """Append text; its span."""
        start = len(self.text)
        self.text += text
        return start, len(self.text)

    def end(self):
        """End a paragraph."""
        self.text = self.text.rstrip(" ") + self.rng.choice(["\n\n", "\n\n", "\n"])

    def statement(self, contents, source, cue):
        """Note a statement of these spans."""
        self.count += 1
        for start, end in contents:
            self.quotes.append(
                {
                    "start": start,
                    "end": end,
                    "attr_id": f"I{self.count}",
                    "speaker_start": source and source[0],
                    "speaker_end": source and source[1],
                    "speaker_spans": [source] if source else [],
                    "cue_start": cue and cue[0],
                    "cue_end": cue and cue[1],
                }
            )

    def surname(self):
        """An invented surname."""
        return self.rng.choice(HEADS) + self.rng.choice(TAILS)

    def person(self):
        """A person, with or without office."""
        r = self.rng
        name = f"{r.choice(FIRST)} {self.surname()}"
        return r.choice(
            [
                name,
                name,
                f"{r.choice(OFFICES)} {name}",
                f"{r.choice(LANDS)}’s {r.choice(OFFICES).lower()}, {name}",
                name.split()[1],
            ]
        )

    def source(self):
        """A person or a body."""
        return (
            self.person() if self.rng.random() < 0.55 else self.rng.choice(BODIES).format(land=self.rng.choice(LANDS))
        )

    def sentence(self):
        """A whole sentence of the corpus."""
        return self.rng.choice(self.stuff.sentences)

    def plain(self):
        """A paragraph in which nobody says anything."""
        self.put(self.rng.choice(self.stuff.plain))
        self.end()

    def channel(self):
        """A channel, a venue or a day, half of the time."""
        return " " + self.rng.choice(CHANNEL).format(land=self.land) if self.rng.random() < 0.5 else ""


def capital(text):
    """With a capital letter first."""
    return text[:1].upper() + text[1:]


def transcript(w):
    """Turns headed by a name in capitals or by Q and A."""
    r = w.rng
    w.put(f"{r.choice(VENUES)}, {r.choice(LANDS)}")
    w.end()
    answer = r.choice(
        [
            f"MR. {w.surname().upper()}",
            f"MS {w.surname().upper()}",
            f"{r.choice(OFFICES).upper()} {w.surname().upper()}",
            "A",
            w.surname(),
            f"{r.choice(FIRST)} {w.surname()}",
        ]
    )
    asker = r.choice(["QUESTION", "Q", "Question", "REPORTER", "MODERATOR"])
    for turn in range(r.randint(3, 7)):
        source = w.put(asker if turn % 2 == 0 else answer)
        cue = w.put(r.choice([":", ":", ":", "."]))
        w.put(" ")
        contents = []
        for _ in range(1 if turn % 2 == 0 else r.randint(1, 2)):
            body = ". ".join(w.sentence() for _ in range(r.randint(1, 3))) + ("?" if turn % 2 == 0 else ".")
            contents.append(w.put(body))
            w.end()
        w.statement(contents, source, cue)


def signed(w):
    """Quotations followed by a dash and a name."""
    dash = w.rng.choice(["—", "–", "―", "-"])
    for _ in range(w.rng.randint(2, 5)):
        content = w.put(f"“{w.sentence()}.”")
        w.put(w.rng.choice([" ", "\xa0", ""]))
        cue = w.put(dash)
        w.put(" ")
        source = w.put(w.person())
        if w.rng.random() < 0.4:
            w.put(f", {w.rng.choice(LANDS)}")
        w.statement([content], source, cue)
        w.end()


def readout(w):
    """An official account of a talk, with pronouns and offices for sources."""
    r = w.rng
    office = r.choice(OFFICES)
    w.put(f"{office} {r.choice(FIRST)} {w.surname()} {r.choice(MEETING)} {w.person()}{w.channel()}. ")
    for _ in range(r.randint(2, 5)):
        source = w.put(
            r.choice(
                [
                    f"The {office.lower()}",
                    f"The {office}",
                    "He",
                    "She",
                    "The two ministers",
                    "The sides",
                    "Both leaders",
                ]
            )
        )
        w.put(" ")
        if r.random() < 0.65:
            cue = w.put(r.choice(THAT))
            w.put(" ")
            content = w.put(r.choice(w.stuff.thats))
        else:
            cue = w.put(r.choice(WISH))
            w.put(" ")
            content = w.put(r.choice(w.stuff.wishes))
        w.statement([content], source, cue)
        w.put(". ")
        if r.random() < 0.3:
            w.end()
    w.end()


def bullets(w):
    """A list whose heading names the source and whose items begin with the cue, or are the content."""
    r = w.rng
    mark = r.choice(["• ", "- ", "* ", "– "])
    who = w.source()
    if r.random() < 0.5:
        source = w.put(capital(who))
        w.put(r.choice([":", " at the meeting:", f"{w.channel()}:"]))
        w.end()
        for _ in range(r.randint(2, 5)):
            w.put(mark)
            cue = w.put(r.choice(THAT))
            w.put(" ")
            w.statement([w.put(r.choice(w.stuff.thats))], source, cue)
            w.put(r.choice([";", ".", ""]))
            w.end()
    else:
        source = w.put(capital(who))
        w.put(" ")
        cue = w.put(r.choice(SAID))
        w.put(f"{w.channel()}:")
        w.end()
        contents = []
        for _ in range(r.randint(2, 4)):
            w.put(mark)
            contents.append(w.put(w.sentence()))
            w.put(r.choice([".", ";", ""]))
            w.end()
        w.statement(contents, source, cue)


def release(w):
    """A release attributed as a whole in its first line."""
    r = w.rng
    w.put(r.choice(["The following statement ", "This statement ", "The below "]))
    cue = w.put(r.choice(["is attributable to", "was issued by", "was released by", "is attributed to"]))
    w.put(" ")
    source = w.put(
        r.choice(
            [
                f"{r.choice(FIRST)} {w.surname()}, Spokesperson for the {r.choice(OFFICES)}",
                w.source(),
                f"the Spokesperson of the {r.choice(OFFICES)}",
            ]
        )
    )
    w.put(r.choice([":", "."]))
    w.end()
    contents = []
    mark = r.random() < 0.4
    for _ in range(r.randint(1, 3)):
        body = ". ".join(w.sentence() for _ in range(r.randint(1, 3))) + "."
        contents.append(w.put(f"“{body}”" if mark else body))
        w.end()
    w.statement(contents, source, cue)


def post(w):
    """Posts and headlines: a source, a colon, and what is said, with or without marks."""
    r = w.rng
    source = w.put(capital(w.source()))
    if r.random() < 0.5:
        w.put(r.choice(["", f"{w.channel()}"]))
        cue = w.put(":")
    else:
        w.put(" ")
        cue = w.put(r.choice(["wrote", "tweeted", "posted", "said", "writes", "says"]))
        w.put(w.channel() + ":")
    w.put(" ")
    said = w.sentence()
    content = w.put(r.choice([said, f"“{said}”", f"‘{said}’", f"“{said}.”", f"'{said}'"]))
    w.statement([content], source, cue)
    w.end()


def wire(w):
    """A paragraph of agency prose in one of several orders."""
    r = w.rng
    order = r.randrange(6)
    if order == 0:  # content, according to source
        content = w.put(w.sentence())
        w.put(", ")
        cue = w.put(r.choice(["according to", "citing", "as reported by"]))
        w.put(" ")
        source = w.put(w.source())
    elif order == 1:  # "content," said source
        content = w.put(f"“{w.sentence()},”")
        w.put(" ")
        cue = w.put(r.choice(SAID).split()[0])
        w.put(" ")
        source = w.put(w.source())
        w.put(w.channel())
    elif order == 2:  # source said that
        source = w.put(capital(w.source()))
        w.put(w.channel() if r.random() < 0.3 else "")
        w.put(" ")
        cue = w.put(r.choice(SAID))
        w.put(w.channel() + " ")
        content = w.put(r.choice(w.stuff.thats))
    elif order == 3:  # "content," source said, "content"
        first = w.put(f"“{w.sentence()},”")
        w.put(" ")
        source = w.put(w.source())
        w.put(" ")
        cue = w.put(r.choice(SAID).split()[0])
        w.put(f"{w.channel()}. ")
        w.statement([first, w.put(f"“{w.sentence()}.”")], source, cue)
        w.end()
        return
    elif order == 4:  # source quoted another as saying
        w.put(capital(r.choice(["state news agency", "local media", "the daily", "the broadcaster"])) + " quoted ")
        source = w.put(w.source())
        w.put(" ")
        cue = w.put("as saying")
        w.put(" ")
        content = w.put(r.choice([r.choice(w.stuff.thats), f"“{w.sentence()}.”"]))
    else:  # content without that
        source = w.put(capital(w.source()))
        w.put(" ")
        cue = w.put(r.choice(SAID).split()[0])
        w.put(w.channel() + " ")
        content = w.put(r.choice(w.stuff.thats).removeprefix("that "))
    w.statement([content], source, cue)
    w.put(".")
    w.end()


STYLES = (
    transcript,
    transcript,
    signed,
    readout,
    readout,
    bullets,
    bullets,
    release,
    post,
    post,
    wire,
    wire,
    wire,
    wire,
)


def report(rng, stuff, number):
    """One invented report: plain paragraphs of the corpus and one or several styles."""
    w = Writer(rng, stuff)
    style = rng.choice(STYLES)
    for _ in range(rng.randint(0, 2)):
        w.plain()
    for _ in range(1 if style in (transcript, release) else rng.randint(1, 4)):
        style(w)
        if rng.random() < 0.3:
            w.plain()
    return {"doc_id": f"invented-{number}", "text": w.text, "quotes": w.quotes}
