"""The decoder is Label Studio's own (label_studio_sdk.converter.brush), whose package brings a server's worth more."""

import json
from pathlib import Path

import numpy as np
from pycocotools import mask as rle
from truth import Mask, Truth


class Bits:
    def __init__(self, data: list[int]) -> None:
        self.bits = "".join(f"{byte:08b}" for byte in data)
        self.at = 0

    def read(self, count: int) -> int:
        self.at += count
        return int(self.bits[self.at - count : self.at], 2)


def decode_rle(data: list[int]) -> np.ndarray:
    stream = Bits(data)
    num = stream.read(32)
    word_size = stream.read(5) + 1
    rle_sizes = [stream.read(4) + 1 for _ in range(4)]
    out = np.zeros(num, dtype=np.uint8)
    i = 0
    while i < num:
        x = stream.read(1)
        j = i + 1 + stream.read(rle_sizes[stream.read(2)])
        if x:
            out[i:j] = stream.read(word_size)
            i = j
        else:
            while i < j:
                out[i] = stream.read(word_size)
                i += 1
    return out


def regions(written: Path, folder: str) -> list[list[dict]]:
    tasks = json.loads((written / folder / "tasks.json").read_text(encoding="utf-8"))
    return [task["annotations"][0]["result"] for task in tasks]


def test_brushes_come_back_pixel_by_pixel(written: Path, truth: Truth):
    for photo, results in zip(truth.photos, regions(written, "label-studio-masks"), strict=True):
        for result, item in zip(results, photo.objects, strict=True):
            rgba = decode_rle(result["value"]["rle"]).reshape(photo.height, photo.width, 4)
            assert np.array_equal(rgba[..., 3] > 0, item.mask)
            assert result["value"]["brushlabels"] == [truth.classes[item.label]]


def test_polygons_in_percent(written: Path, truth: Truth):
    for photo, results in zip(truth.photos, regions(written, "label-studio"), strict=True):
        for result, item in zip(results, photo.objects, strict=True):
            points = np.array(result["value"]["points"]) / 100 * [photo.width, photo.height]
            mask: Mask = rle.decode(rle.frPyObjects([points.round(3).ravel().tolist()], *item.mask.shape))[..., 0]
            assert np.array_equal(mask.astype(bool), item.mask)
