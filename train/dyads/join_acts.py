"""Puts the second head (`acts.py`) into the shipped graph: one more output, `acts`; the scores of types do not change.

python train/dyads/join_acts.py --weights build/dyads/acts.pt --model src/onrecord/resources/models/dyads/model.onnx
python train/dyads/join_acts.py --states build/dyads/states.onnx --model …   (a copy that also gives hidden states)
"""

import argparse

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

STATES = "/encoder/LayerNorm_11/LayerNormalization_output_0"
MEANS = "/Concat_output_0"
"""In the shipped graph: the last hidden states [length, width], and the means that the types are read from."""
MARK = "acts/"


def main():
    """Command line."""
    p = argparse.ArgumentParser()
    p.add_argument("--model", required=True)
    p.add_argument("--weights", nargs="*", help="heads of several seeds; their scores are averaged")
    p.add_argument("--states", help="write a copy with the hidden states as output, for training")
    a = p.parse_args()
    model = onnx.load(a.model)
    if a.states:
        model.graph.output.append(helper.make_tensor_value_info(STATES, TensorProto.FLOAT, ["length", None]))
        onnx.save(model, a.states)
    if a.weights:
        without(model.graph)
        joined(model.graph, [torch.load(w, weights_only=True) for w in a.weights])
        onnx.checker.check_model(model)
        onnx.save(model, a.model)


def without(graph):
    """Take an older second head out."""
    for part in (graph.node, graph.initializer, graph.input, graph.output):
        for item in [i for i in part if i.name.startswith(MARK) or i.name in ("trigger", "acts")]:
            part.remove(item)


def joined(graph, heads):
    """The graph with the head's nodes behind it. `trigger`: places of the trigger's pieces.

    Several heads are one wider one: their inner layers side by side, their outputs averaged.
    """
    inner = np.concatenate([h["inner.weight"].numpy() for h in heads]).T
    inner_bias = np.concatenate([h["inner.bias"].numpy() for h in heads])
    out = np.concatenate([h["out.weight"].numpy() for h in heads], axis=1).T / len(heads)
    out_bias = np.mean([h["out.bias"].numpy() for h in heads], axis=0)
    for name, value in (("inner", inner), ("inner_bias", inner_bias), ("out", out), ("out_bias", out_bias)):
        graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(value, dtype=np.float32), MARK + name))
    graph.initializer.append(numpy_helper.from_array(np.array([0], dtype=np.int64), MARK + "first"))
    graph.input.append(helper.make_tensor_value_info("trigger", TensorProto.INT64, ["pieces"]))
    graph.output.append(helper.make_tensor_value_info("acts", TensorProto.FLOAT, [out.shape[1]]))
    steps = (
        ("Gather", [STATES, "trigger"], "pieces", {"axis": 0}),
        ("ReduceMean", [MARK + "pieces"], "trigger_mean", {"axes": [0], "keepdims": 0}),
        ("Concat", [MEANS, MARK + "trigger_mean"], "vector", {"axis": 0}),
        ("Unsqueeze", [MARK + "vector", MARK + "first"], "row", {}),
        ("Gemm", [MARK + "row", MARK + "inner", MARK + "inner_bias"], "inner_sum", {}),
        ("Relu", [MARK + "inner_sum"], "inner_active", {}),
        ("Gemm", [MARK + "inner_active", MARK + "out", MARK + "out_bias"], "out_row", {}),
    )
    for kind, inputs, output, options in steps:
        graph.node.append(helper.make_node(kind, inputs, [MARK + output], name=MARK + kind + output, **options))
    graph.node.append(helper.make_node("Squeeze", [MARK + "out_row", MARK + "first"], ["acts"], name=MARK + "last"))


if __name__ == "__main__":
    main()
