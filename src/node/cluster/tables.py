"""A part as Parquet: a row a photo, its objects with it."""

import io
from collections import defaultdict
from typing import Any

import pyarrow as pa
from pyarrow import parquet

OBJECT = pa.struct(
    {
        "id": pa.int64(),
        "class": pa.string(),
        "bbox": pa.list_(pa.float64()),
        "area": pa.float64(),
        "score": pa.float64(),
        # The mask as COCO's compressed run lengths, of the photo's size.
        "counts": pa.string(),
    }
)
SCHEMA = pa.schema(
    {
        "id": pa.int64(),
        "file_name": pa.string(),
        "width": pa.int32(),
        "height": pa.int32(),
        "objects": pa.list_(OBJECT),
    }
)


def to_parquet(coco: dict[str, Any]) -> bytes:
    names = {category["id"]: category["name"] for category in coco["categories"]}
    objects: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for one in coco["annotations"]:
        objects[one["image_id"]].append(
            {
                "id": one["id"],
                "class": names.get(one["category_id"]),
                "bbox": one["bbox"],
                "area": one["area"],
                "score": one.get("score"),
                "counts": one["segmentation"]["counts"],
            }
        )
    rows = [image | {"objects": objects[image["id"]]} for image in coco["images"]]
    buffer = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows, schema=SCHEMA), buffer)
    return buffer.getvalue()
