"""Takes sentences out of our own that share a run of words with a test file, and exact repeats; shows no test text.

python train/dyads/overlap.py tests/challenge/dyads.jsonl ../shared/data/dyads_train.jsonl
"""

import json
import re
import sys
from pathlib import Path

SENTENCES = Path(__file__).with_name("sentences")
RUN = 8


def words(text):
    """Lower-case words of a text, marks of parties left out."""
    return re.findall(r"[^\W_]+", re.sub(r"\[/?[ST]\]", "", text).lower())


def runs(text, size=RUN):
    """All runs of `size` words; the whole text where it is shorter."""
    found = words(text)
    return {tuple(found[i : i + size]) for i in range(max(1, len(found) - size + 1))}


def main():
    """Command line."""
    tested = set()
    for path in sys.argv[1:]:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            tested |= runs(json.loads(line)["sentence"])
    seen = set()
    for path in sorted(SENTENCES.glob("*.txt")):
        kept, dropped = [], 0
        for line in path.read_text(encoding="utf-8").splitlines():
            text = line.partition(" | ")[2]
            if text and not line.startswith("#") and (runs(text) & tested or text in seen):
                dropped += 1
            else:
                kept.append(line)
                seen.add(text)
        if dropped:
            path.write_text("\n".join(kept) + "\n", encoding="utf-8")
        print(f"{path.name}: {len(kept)} lines kept, {dropped} dropped")


if __name__ == "__main__":
    main()
