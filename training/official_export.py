"""Makes a model set for the app from one of RobustSAM's official checkpoints; see export.py."""

import hashlib
import shutil
from pathlib import Path
from typing import Any

from base.graph import Precision
from base.weights import WeightFile
from contract import CONTRACT, IMAGE_SIZE
from model.official import load_official
from model.robust_sam import RobustSam
from model_set import clear_set, write_file, write_manifest
from traced.graphs import GRAPHS
from traced.precision import StoredGraph
from traced.trace import trace

PRECISIONS: tuple[Precision, ...] = ("fp32", "fp16")
LICENCES = Path(__file__).parent / "traced/LICENSES.md"
NAMES = {"vit_b": "ViT-B", "vit_l": "ViT-L", "vit_h": "ViT-H"}


def export_official(*, size: str, checkpoint: Path, out: Path) -> None:
    """`size` is vit_b, vit_l or vit_h; refuses a checkpoint that lacks a parameter."""
    model = load_official(size, checkpoint)
    sha256 = _sha256(checkpoint)
    write_official(
        model,
        out=out,
        set_id=f"robustsam-{size.replace('_', '-')}-{sha256[:8]}",
        name=f"RobustSAM {NAMES[size]}",
        provenance={
            "summary": f"official checkpoint {checkpoint.name}",
            "command": f"python training/export.py --official {size} --checkpoint {checkpoint.name}",
            "sources": [{"name": checkpoint.name, "sha256": sha256}],
            "weights": "float16",
        },
    )


def write_official(
    model: RobustSam, *, out: Path, set_id: str, name: str, provenance: dict[str, Any]
) -> None:
    clear_set(out)
    shutil.copyfile(LICENCES, out / LICENCES.name)
    write_manifest(
        out,
        set_id=set_id,
        name=name,
        licence="MIT AND Apache-2.0",
        provenance=provenance,
        graphs={graph: _write_graph(model, graph, out) for graph in GRAPHS},
        official=True,
    )


def _write_graph(model: RobustSam, graph: str, out: Path) -> dict[str, Any]:
    """In both precisions, with the weights that they share."""
    traced = trace(GRAPHS[graph](model=model), graph)
    weights = WeightFile()
    stored = {p: StoredGraph(traced, precision=p, weights=weights) for p in PRECISIONS}
    file = write_file(out, graph, "bin", weights.to_bytes())
    weights.path = file["name"]
    inputs = CONTRACT["graphs"][graph]["inputs"]
    facts = {"input": {"height": IMAGE_SIZE, "width": IMAGE_SIZE}} if "image" in inputs else {}
    graphs = [
        {"precision": p, **facts, **write_file(out, f"{graph}-{p}", "onnx", stored[p].finish())}
        for p in PRECISIONS
    ]
    return {"weights": [file], "graphs": graphs}


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
