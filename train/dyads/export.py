"""Weights -> the package's resources: model.onnx (int8) and config.json; the words' vocabulary is the tokenizer's.

python train/dyads/export.py --weights DIR/all-0.pt --out src/onrecord/resources/models/dyads --temperature 0.8 \
    --weighing DIR/weighing.json
"""

import argparse
import json
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.export import to_int8, to_onnx
from dyads.data import INPUT
from dyads.fit import bare_tokenizer
from dyads.network import Coder, Shipped


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--weights", required=True, nargs="+", help="several are averaged")
    p.add_argument("--out", required=True)
    p.add_argument("--temperature", type=float, default=1.0)
    p.add_argument("--weighing", required=True, help="weights found by weighing.py")
    a = p.parse_args()
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    saved = [torch.load(w, weights_only=True) for w in a.weights]
    network = Coder()
    network.load_state_dict(averaged(saved), strict=False)  # word vectors are never trained
    network.eval()
    full = out / "model.float.onnx"
    ids = torch.randint(1000, 20000, (24,))
    to_onnx(Shipped(network), (ids,), ["ids"], ["scores"], full)
    to_int8(full, out / "model.onnx")
    full.unlink()
    bare_tokenizer().save(str(out / "tokenizer.json"), pretty=False)
    weighing = json.loads(Path(a.weighing).read_text(encoding="utf-8"))
    config = {"labels": list(INPUT.LABELS), "temperature": a.temperature, "weighing": weighing}
    (out / "config.json").write_text(json.dumps(config, indent=1) + "\n")
    print({f.name: f.stat().st_size for f in sorted(out.iterdir())})


def averaged(saved):
    """The mean of several sets of weights."""
    return {k: sum(s[k].float() for s in saved) / len(saved) for k in saved[0]}


if __name__ == "__main__":
    main()
