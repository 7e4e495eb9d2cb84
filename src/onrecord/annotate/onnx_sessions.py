"""How the package opens an ONNX model: one thread, one processor, so that the same text gives the same numbers."""

from pathlib import Path

import onnxruntime


def single(path: Path) -> onnxruntime.InferenceSession:
    """A session of the model at `path` on one thread. Raises what ONNX Runtime raises for a file that is no model."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
