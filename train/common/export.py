"""PyTorch module -> ONNX -> int8, and the check that both give nearly the same numbers."""

import shutil
import tempfile
import warnings
from pathlib import Path

import torch
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
