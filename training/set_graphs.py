"""The graphs of a model set, in all precisions, with the weights that they share."""

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

from base.decoder import DecoderInputs, build_decoder
from base.encoder import build_encoder
from base.graph import Graph, Precision, Value, WeightFile
from base.imported import ImportedWeights
from contract import IMAGE_SIZE, tensor_shapes
from model_set import write_file
from robust.decoder import build_robust_decoder
from robust.photo import FEATURES_SIDE, build_robust_photo
from robust.trained import TrainedHead

PRECISIONS: tuple[Precision, ...] = ("fp32", "fp16", "int8")
# Height and width of the pictures that have an encoder graph of their own.
ENCODER_SIZES = ((IMAGE_SIZE, IMAGE_SIZE),)

Facts = dict[str, Any]
# A graph's name, what the manifest says of it, and its bytes once its weights have names.
Unfinished = tuple[str, Facts, Callable[[], bytes]]


def write_encoder(out: Path, base: ImportedWeights, head: TrainedHead | None) -> Facts:
    """`head` None: plain SAM alone."""
    files = {"encoder": WeightFile(), "robust_encoder": WeightFile()}
    graphs = []
    for (height, width), precision in product(ENCODER_SIZES, PRECISIONS):
        graph = Graph(precision=precision, weights=files["encoder"])
        embedding, stages = build_encoder(graph, base, image="image", height=height, width=width)
        outputs = {"image_embedding": embedding}
        if head:
            with graph.storing(files["robust_encoder"]):
                outputs |= build_robust_photo(graph, head, embedding=embedding, stages=stages)
        outputs = {name: graph.to_float32(value) for name, value in outputs.items()}
        facts = {"precision": precision, "input": {"height": height, "width": width}}
        sizes = {"height": height, "width": width}
        finish = _finisher(graph, "encoder", outputs, sizes)
        graphs.append((f"encoder-{height}x{width}-{precision}", facts, finish))
    return _write_part(out, files, graphs)


def write_decoder(out: Path, base: ImportedWeights, shared: WeightFile) -> Facts:
    graphs = []
    for precision in PRECISIONS:
        graph = Graph(precision=precision, weights=shared)
        masks, scores = build_decoder(graph, base, _inputs("image_embedding"))
        outputs = {"low_res_masks": masks, "iou_predictions": scores}
        finish = _finisher(graph, "decoder", outputs)
        graphs.append((f"decoder-{precision}", {"precision": precision}, finish))
    return _write_part(out, {"decoder": shared}, graphs)


def write_robust_decoder(
    out: Path, base: ImportedWeights, head: TrainedHead, shared: WeightFile
) -> Facts:
    """After write_decoder, whose file it shares."""
    own = WeightFile()
    graphs = []
    for precision in PRECISIONS:
        graph = Graph(precision=precision, weights=shared)
        masks, scores = build_robust_decoder(
            graph, base, head, _inputs("robust_embedding"), features="robust_features", own=own
        )
        outputs = {"low_res_masks": masks, "iou_predictions": scores}
        finish = _finisher(graph, "robust_decoder", outputs)
        graphs.append((f"robust_decoder-{precision}", {"precision": precision}, finish))
    return _write_part(out, {"decoder": shared, "robust_decoder": own}, graphs)


def _inputs(embedding: Value) -> DecoderInputs:
    return DecoderInputs(
        embedding=embedding,
        coords="point_coords",
        labels="point_labels",
        mask="mask_input",
        has_mask="has_mask_input",
    )


def _finisher(
    graph: Graph, part: str, outputs: dict[str, Value], sizes: dict[str, int] | None = None
) -> Callable[[], bytes]:
    """Input and output shapes are the contract's."""
    sizes = {"detail": FEATURES_SIDE, **(sizes or {})}
    shapes = tensor_shapes(part, "outputs", sizes)
    typed = {name: (value, shapes[name]) for name, value in outputs.items()}
    inputs = tensor_shapes(part, "inputs", sizes)
    return lambda: graph.finish(name=part, inputs=inputs, outputs=typed)


def _write_part(out: Path, files: dict[str, WeightFile], graphs: list[Unfinished]) -> Facts:
    weights = []
    for stem, file in files.items():
        data = file.to_bytes()
        if data:
            weights.append(write_file(out, stem, "bin", data))
            file.path = weights[-1]["name"]
    written = [{**facts, **write_file(out, stem, "onnx", finish())} for stem, facts, finish in graphs]
    return {"weights": weights, "graphs": written}
