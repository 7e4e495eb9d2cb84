"""Weights between those of a layer as it is shipped and those that it came to when it went on learning.

What is newly learned is kept for the most part, and so is what was known: on single sentences, and on writing of other
kinds, the mean is better than the newer weights alone (`docs/methods/statements.md`, `events.md`).

python train/statements/mean.py --model DIR --of speech|acts|conditions --weights NEW.pt --share 0.65 --out MEAN.pt
"""

import argparse
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from common.export import shipped_weights
from statements import act_layer, condition_layer, speech_layer
from statements.layer import Pointing


def shipped(folder, of):
    """The shipped weights of a layer."""
    if of == "speech":
        return speech_layer.shipped(folder)
    if of == "acts":
        return shipped_weights(folder / "model.onnx", act_layer.MARK)
    sizes = {"width": 128, "inner": 256, "depth": 1, "drop": 0.0}
    network = Pointing(condition_layer.OUTPUTS, len(condition_layer.PARTS), **sizes)
    network.put_in(folder, "conditions.onnx", "condition_distance")
    return network.state_dict()


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--model", type=Path, required=True)
    p.add_argument("--of", choices=("speech", "acts", "conditions"), required=True)
    p.add_argument("--weights", required=True)
    p.add_argument("--share", type=float, required=True, help="of the newer weights, in 0-1")
    p.add_argument("--out", required=True)
    a = p.parse_args()
    old, new = shipped(a.model, a.of), torch.load(a.weights, weights_only=True)
    torch.save({name: (1 - a.share) * old[name] + a.share * values for name, values in new.items()}, a.out)


if __name__ == "__main__":
    main()
