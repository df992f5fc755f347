"""The graphs of a model set, in all precisions, with the weights that they share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from base.decoder import DecoderInputs, build_decoder
from base.encoder import build_encoder
from base.graph import Graph, Precision, Value
from base.imported import ImportedWeights
from base.weights import BaseWeights, WeightFile
from contract import IMAGE_SIZE, tensor_shapes
from model.framed_encoder import frame_sizes
from model_set import write_file
from robust.decoder import build_robust_decoder
from robust.frame import fill_frame
from robust.photo import FEATURES_SIDE, build_robust_photo
from robust.trained import AdaptedEncoder, TrainedHead

PRECISIONS: tuple[Precision, ...] = ("fp32", "fp16", "int8")
# Height and width. Plain SAM's decoder knows the square alone.
SQUARE = (IMAGE_SIZE, IMAGE_SIZE)
# The contract's sizes of what a head with fusion gives and takes.
DETAIL = {"detail": FEATURES_SIDE}
# Precisions of graphs that are not square: a GPU without float16 takes the square.
SHAPED_PRECISIONS: tuple[Precision, ...] = ("fp16", "int8")

Facts = dict[str, Any]
# A graph's name, what the manifest says of it, and its bytes once its weights have names.
Unfinished = tuple[str, Facts, Callable[[], bytes]]


def write_encoders(out: Path, base: ImportedWeights, head: TrainedHead | None) -> Facts:
    """The part `encoder`, and `robust_encoder` where the head has an adapter: the same weights with
    the adapter's changes, in graphs of several shapes. Without one, a single encoder serves both; `head` None: plain SAM alone.
    Where RobustSAM sees clear photos through the frozen encoder, `encoder` gives both models what they need."""
    shared, own = WeightFile(), WeightFile()
    files = {"encoder": shared, "robust_encoder": own}
    serves_both = head is not None and (head.adapter is None or head.sees_clear_frozen)
    plain, exact = [], {}
    for precision in PRECISIONS:
        graph = Graph(precision=precision, weights=shared)
        embedding, stages = _build_encoder(graph, base, SQUARE)
        outputs = {"image_embedding": embedding}
        exact |= graph.exact_weights
        if serves_both:
            with graph.storing(own):
                outputs |= build_robust_photo(graph, head, embedding=embedding, stages=stages)
        plain.append(_encoder_graph(graph, "encoder", outputs, SQUARE))
    robust = []
    if head is not None and head.adapter is not None:
        base_weights = BaseWeights(file=shared, exact=exact)
        adapted = head.adapted_encoder(base)
        robust = [
            _robust_encoder(Graph(precision=precision, weights=own, base=base_weights), adapted, head, size)
            for size in frame_sizes(IMAGE_SIZE)
            for precision in (PRECISIONS if size == SQUARE else SHAPED_PRECISIONS)
        ]
    # Once all graphs have put their weights into the files.
    parts = {"encoder": _write_part(out, files if serves_both else {"encoder": shared}, plain)}
    return parts | ({"robust_encoder": _write_part(out, files, robust)} if robust else {})


def _robust_encoder(
    graph: Graph, adapted: AdaptedEncoder, head: TrainedHead, size: tuple[int, int]
) -> Unfinished:
    embedding, stages = _build_encoder(graph, adapted.weights, size)
    embedding, *stages = (
        fill_frame(graph, x, name=name, empty=empty, size=size)
        for x, (name, empty) in zip([embedding, *stages], adapted.empty.items(), strict=True)
    )
    outputs = build_robust_photo(graph, head, embedding=embedding, stages=stages)
    return _encoder_graph(graph, "robust_encoder", outputs, size)


def _build_encoder(
    graph: Graph, weights: ImportedWeights, size: tuple[int, int]
) -> tuple[Value, list[Value]]:
    height, width = size
    return build_encoder(graph, weights, image="image", height=height, width=width)


def _encoder_graph(
    graph: Graph, part: str, outputs: dict[str, Value], size: tuple[int, int]
) -> Unfinished:
    sizes = dict(zip(("height", "width"), size, strict=True))
    outputs = {name: graph.to_float32(value) for name, value in outputs.items()}
    facts = {"precision": graph.precision, "input": sizes}
    stem = f"{part}-{size[0]}x{size[1]}-{graph.precision}"
    has_features = "robust_features" in outputs
    return stem, facts, _finisher(graph, part, outputs, sizes | (DETAIL if has_features else {}))


def write_decoder(out: Path, base: ImportedWeights, shared: WeightFile) -> Facts:
    graphs = []
    for precision in PRECISIONS:
        graph = Graph(precision=precision, weights=shared)
        masks, scores = build_decoder(graph, base, _inputs("image_embedding"))
        outputs = {"low_res_masks": masks, "iou_predictions": scores}
        finish = _finisher(graph, "decoder", outputs, {})
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
        sizes = DETAIL if head.parts.fusion else {}
        finish = _finisher(graph, "robust_decoder", outputs, sizes)
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
    graph: Graph, part: str, outputs: dict[str, Value], sizes: dict[str, int]
) -> Callable[[], bytes]:
    """Input and output shapes are the contract's."""
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
