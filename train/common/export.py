"""PyTorch module -> ONNX -> int8, and the check that both give nearly the same numbers."""

import shutil
import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from common.runtime import runtime_module

session = runtime_module("annotate.onnx_sessions").single


def to_onnx(module, inputs, names, outputs, path, axes=None):
    """Write the module; the first axis of every input and output is free, or those of `axes` ({name: {axis: its name}})."""
    axes = axes or {name: {0: "length"} for name in [*names, *outputs]}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(),
            tuple(inputs),
            str(path),
            input_names=names,
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
            do_constant_folding=True,
        )


def to_int8(source, target, keep=(), reduce_range=False):
    """Dynamic int8 with one scale a channel; `keep` names nodes left in floating point."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "prepared.onnx"
        quant_pre_process(str(source), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(
            str(prepared),
            str(target),
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=reduce_range,
            nodes_to_exclude=list(keep),
            op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        )


def copy_tokenizer(source, target):
    """The tokenizer without truncation or padding."""
    shutil.copyfile(source, target)


def shipped_weights(path, mark=""):
    """The parameters of a shipped graph by their names in PyTorch, int8 ones as floats again: to go on training from.

    `mark` stands before the names of a layer that was joined to another's graph."""
    graph = onnx.load(str(path)).graph
    known = {i.name: numpy_helper.to_array(i) for i in graph.initializer if i.name.startswith(mark)}
    found = {n[len(mark) :]: a for n, a in known.items() if n.endswith((".weight", ".bias"))}
    for node in graph.node:
        matrix = node.input[1] if len(node.input) > 1 else ""
        if node.op_type not in ("MatMul", "MatMulInteger") or matrix not in known or not node.name.startswith(mark):
            continue
        bare = matrix.removesuffix("_quantized")
        values = known[matrix]
        if bare != matrix:
            values = (values.astype("float32") - known[bare + "_zero_point"]) * known[bare + "_scale"]
        own = bare[len(mark) :].removesuffix("_Transposed")
        module = node.name[len(mark) :].rpartition("/")[0].strip("/").replace("/", ".")
        found[own if own.endswith(".weight") else f"{module}.weight"] = values.T
    return {name: torch.tensor(array.astype("float32")) for name, array in found.items()}
