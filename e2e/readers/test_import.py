"""What others write, read by the app's own code."""

import json
import subprocess
from pathlib import Path

import datumaro
import numpy as np
from conftest import ROOT
from datumaro.components.annotation import Bbox
from datumaro.components.annotation import Mask as MaskAnnotation
from datumaro.components.media import Image
from labelme import LabelFile
from labelme.utils import img_arr_to_b64
from pycocotools import mask as rle
from truth import Mask, Truth, mask_from_runs


def read(folder: Path, written: Path) -> dict[str, list[tuple[str, Mask]]]:
    """Class and mask of each object, by photo."""
    command = ["npx", "tsx", "e2e/readers/read.ts", str(folder), str(written / "truth.json")]
    result = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    found = json.loads(result.stdout)
    assert found["unmatched"] == []
    assert found["skipped"] == []
    sizes = {photo.file: (photo.height, photo.width) for photo in Truth.read(written / "truth.json").photos}
    return {
        label["photo"]: [
            (item["class"], mask_from_runs(item["runs"], sizes[label["photo"]])) for item in label["objects"]
        ]
        for label in found["labels"]
    }


def check(got: dict[str, list[tuple[str, Mask]]], truth: Truth, *, visible: bool = False):
    for photo in truth.photos:
        masks = photo.visible() if visible else [item.mask for item in photo.objects]
        expected = [
            (truth.classes[item.label], mask)
            for item, mask in zip(photo.objects, masks, strict=True)
            if mask.any()
        ]
        objects = got.get(photo.file, [])
        assert len(objects) == len(expected)
        for label, mask in objects:
            assert any(label == name and np.array_equal(mask, true) for name, true in expected)


def as_datumaro(truth: Truth, *, visible: bool) -> datumaro.Dataset:
    items = []
    for photo in truth.photos:
        masks = photo.visible() if visible else [item.mask for item in photo.objects]
        annotations = []
        for group, (item, mask) in enumerate(zip(photo.objects, masks, strict=True), start=1):
            if not mask.any():
                continue
            annotations.append(MaskAnnotation(mask, label=item.label, id=group, group=group, z_order=group))
            if visible:
                ys, xs = np.nonzero(mask)
                box = xs.min(), ys.min(), xs.max() - xs.min(), ys.max() - ys.min()
                annotations.append(Bbox(*box, label=item.label, id=group, group=group))
        pixels = np.full((photo.height, photo.width, 3), 120, np.uint8)
        media = Image.from_numpy(pixels, ext=".png")
        items.append(datumaro.DatasetItem(id=photo.stem, media=media, annotations=annotations))
    return datumaro.Dataset.from_iterable(items, categories=truth.classes, media_type=Image)


def test_datumaro_coco_comes_in_pixel_by_pixel(written: Path, truth: Truth, tmp_path: Path):
    as_datumaro(truth, visible=False).export(str(tmp_path), "coco_instances", save_media=True)
    check(read(tmp_path, written), truth)


def test_datumaro_voc_comes_in_pixel_by_pixel(written: Path, truth: Truth, tmp_path: Path):
    as_datumaro(truth, visible=True).export(str(tmp_path), "voc", save_media=True)
    check(read(tmp_path, written), truth, visible=True)


def test_labelme_files_come_in_pixel_by_pixel(written: Path, truth: Truth, tmp_path: Path):
    for photo in truth.photos:
        shapes = []
        for item in photo.objects:
            ys, xs = np.nonzero(item.mask)
            (x0, x1), (y0, y1) = (xs.min(), xs.max()), (ys.min(), ys.max())
            cut = item.mask[y0 : y1 + 1, x0 : x1 + 1].astype(np.uint8)
            shape = {"label": truth.classes[item.label], "shape_type": "mask", "mask": img_arr_to_b64(cut)}
            shapes.append(shape | {"points": [[float(x0), float(y0)], [float(x1), float(y1)]], "flags": {}})
        LabelFile().save(
            filename=str(tmp_path / f"{photo.stem}.json"),
            shapes=shapes,
            image_path=photo.file,
            image_height=photo.height,
            image_width=photo.width,
        )
    check(read(tmp_path, written), truth)


def test_pycocotools_run_lengths_come_in_pixel_by_pixel(written: Path, truth: Truth, tmp_path: Path):
    annotations = []
    for image_id, photo in enumerate(truth.photos, start=1):
        for item in photo.objects:
            encoded = rle.encode(np.asfortranarray(item.mask, dtype=np.uint8))
            segmentation = {"size": encoded["size"], "counts": encoded["counts"].decode()}
            annotation = {"image_id": image_id, "category_id": item.label + 1, "segmentation": segmentation}
            annotations.append(annotation | {"id": len(annotations) + 1, "iscrowd": 1})
    images = [
        {"id": i, "file_name": photo.file, "width": photo.width, "height": photo.height}
        for i, photo in enumerate(truth.photos, start=1)
    ]
    categories = [{"id": i, "name": name} for i, name in enumerate(truth.classes, start=1)]
    coco = {"images": images, "annotations": annotations, "categories": categories}
    (tmp_path / "coco.json").write_text(json.dumps(coco), encoding="utf-8")
    check(read(tmp_path, written), truth)
