"""A model set: a folder of files named after their content, and the manifest that lists them.

The manifest's form is written down in the README; the app reads it.
"""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

from contract import PROJECT

VERSION = 2
LICENCES = PROJECT / "public/models/LICENSES.md"

File = dict[str, Any]


def clear_set(out: Path) -> None:
    """Makes the folder, and removes what an earlier export left there."""
    out.mkdir(parents=True, exist_ok=True)
    for stale in [*out.glob("*.onnx"), *out.glob("*.bin"), *out.glob("*.json")]:
        stale.unlink()


def write_file(out: Path, stem: str, suffix: str, data: bytes) -> File:
    """Named after its content, so a cache never has to ask whether it is stale."""
    sha256 = hashlib.sha256(data).hexdigest()
    name = f"{stem}.{sha256[:8]}.{suffix}"
    (out / name).write_bytes(data)
    return {"name": name, "bytes": len(data), "sha256": sha256}


def write_manifest(
    out: Path,
    *,
    set_id: str,
    name: str,
    licence: str,
    provenance: dict[str, Any],
    graphs: dict[str, Any],
    calibration: dict[str, Any] | None = None,
    clear_photos: str | None = None,
    official: bool = False,
) -> None:
    """`licence` as SPDX; the texts lie beside the manifest. `graphs` by names of the contract."""
    if not (out / LICENCES.name).exists():
        shutil.copy(LICENCES, out)
    manifest = {
        "version": VERSION,
        "id": set_id,
        "name": name,
        "licence": {"spdx": licence, "file": LICENCES.name},
        "provenance": provenance,
        **({"calibration": calibration} if calibration else {}),
        **({"clear_photos": clear_photos} if clear_photos else {}),
        **({"official": True} if official else {}),
        "graphs": graphs,
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")
