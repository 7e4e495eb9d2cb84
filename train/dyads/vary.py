"""How sentences are varied afresh in every pass, so that the coder learns what is done and not who does it."""

import re

NEUTRAL = {"S": ["an actor", "the first party", "officials"], "T": ["a recipient", "the other party", "others"]}
JOINS = (", a day after ", ", weeks after ", ", hours before ", "; earlier, ", ", although ", ", and ")


class Vary:
    """Random variants: other parties put in, parties masked, articles dropped, news of others added behind."""

    def __init__(self, examples, rng, background=0.06):
        self.rng, self.background = rng, background
        self.names = {m: sorted({w for e in examples for k, w in e.parts if k == m}) for m in ("S", "T")}
        self.others = ["".join(w for _, w in e.parts) for e in examples]

    def __call__(self, parts):
        rng = self.rng
        swap = {m: rng.random() for m in ("S", "T")}
        new = [(mark, self.party(mark, words, swap[mark])) if mark else (mark, words) for mark, words in parts]
        if rng.random() < 0.15:
            new = [(mark, re.sub(r"\b([Tt]he|[Aa]n?) ", "", words)) for mark, words in new]
        if rng.random() < 0.15:
            new = [(mark, re.sub(r"^[A-Z][A-Z ,.]+(?:\([A-Za-z]+\) )?-+ ", "", words)) for mark, words in new]
        if rng.random() < self.background:
            new = self.with_background(new)
        return [p for p in new if p[1]]

    def party(self, mark, words, chance):
        """The party as it is, another's name, or a neutral word."""
        if chance < 0.12:
            return self.rng.choice(NEUTRAL[mark])
        if chance < 0.4:
            return self.rng.choice(self.names[mark])
        return words

    def with_background(self, parts):
        """Another sentence, unmarked, as background behind this one."""
        other = self.rng.choice(self.others)
        other = other[0].lower() + other[1:]
        if len(other) > 160 or sum(len(w) for _, w in parts) > 220:
            return parts
        mark, last = parts[-1]
        tail = [(mark, last.rstrip(" ."))] if not mark else [(mark, last)]
        return [*parts[:-1], *tail, ("", self.rng.choice(JOINS) + other)]
