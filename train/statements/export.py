"""Weights -> the package's resources: model.onnx (int8), tokenizer.json, config.json.

python train/statements/export.py --weights DIR/weights.pt --out src/onrecord/resources/models/statements
"""

import argparse
import json
import sys
from pathlib import Path

import torch
from tokenizers import Tokenizer

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.encoder import PRETRAINED
from common.export import to_int8, to_onnx
from statements.acts import TYPES
from statements.data import TAGS
from statements.network import STATEMENT_KINDS, WIDTH, Shipped, Tagger

INPUTS = ["ids", "features"]


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--weights", required=True, nargs="+", help="several are averaged")
    p.add_argument("--out", required=True)
    p.add_argument("--float", action="store_true", help="keep the floating-point network beside it")
    p.add_argument("--reduce-range", action="store_true")
    a = p.parse_args()
    export(a)


def export(a):
    """Write the three files."""
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    saved = [torch.load(w, weights_only=True) for w in a.weights]
    kinds = len(saved[0]["weights"]["distance"])
    network = Tagger(saved[0]["args"]["layers"], kinds)
    network.load_state_dict(saved[0]["weights"])
    network.eval()
    ids = torch.randint(1000, 20000, (16,))
    full = out / "model.float.onnx"
    to_onnx(
        Shipped(network),
        (ids, torch.zeros_like(ids)),
        INPUTS,
        ["tags", "arcs", "acts"][: 2 + (kinds > STATEMENT_KINDS)],
        full,
    )
    to_int8(full, out / "model.onnx", reduce_range=a.reduce_range)
    if not a.float:
        full.unlink()
    tokenizer = Tokenizer.from_file(str(PRETRAINED / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    write_config(out / "config.json", network, saved[0]["args"])
    print({f.name: f.stat().st_size for f in sorted(out.iterdir())})


def write_config(path, network, args):
    """Everything after the network that was learned or chosen; choices already made there are kept."""
    kept = json.loads(path.read_text()) if path.exists() else {}
    distance = [[round(float(x), 4) for x in row] for row in network.distance.detach()]
    learned = {
        "tags": list(TAGS),
        "limit": args["limit"],
        "context": args["context"],
        "arc_width": WIDTH,
        "distance": distance,
    }
    if network.kinds > STATEMENT_KINDS:
        learned["acts"] = list(TYPES)
    path.write_text(json.dumps({**kept, **learned}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
