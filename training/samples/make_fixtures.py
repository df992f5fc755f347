"""Makes the small files in src/photo/fixtures that the photo tests read.

Every picture shows the same scene, 24 x 16 pixels: red, green, blue and yellow quarters, clockwise
from the top left: red, green, yellow, blue. So a wrong turn, mirror or channel order is seen at once.

Run from the repository's root: python training/samples/make_fixtures.py
"""

import base64
import json
from pathlib import Path

import numpy as np
import pillow_heif
import tifffile
from PIL import Image, ImageCms

OUT = Path(__file__).parents[2] / "src/photo/fixtures"

BILINEAR = Image.Resampling.BILINEAR

RED, GREEN, BLUE, YELLOW = (220, 30, 30), (30, 180, 60), (40, 60, 220), (230, 210, 40)

# What undoes each EXIF orientation: stored = upright turned by this.
STORED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def scene() -> Image.Image:
    pixels = np.zeros((16, 24, 3), np.uint8)
    pixels[:8, :12], pixels[:8, 12:] = RED, GREEN
    pixels[8:, :12], pixels[8:, 12:] = BLUE, YELLOW
    return Image.fromarray(pixels)


def exif(orientation: int) -> Image.Exif:
    tags = Image.Exif()
    tags[274] = orientation
    return tags


def stored(orientation: int) -> Image.Image:
    return scene().transpose(STORED[orientation]) if orientation in STORED else scene()


def with_alpha() -> Image.Image:
    """The bottom half is fully transparent black, so it must come out white."""
    image = scene().convert("RGBA")
    image.paste((0, 0, 0, 0), (0, 8, 24, 16))
    return image


def frames() -> list[Image.Image]:
    """The second frame is plain black; it must never be seen."""
    return [scene(), Image.new("RGB", (24, 16))]


def jpegs() -> None:
    scene().save(OUT / "plain.jpg", quality=95, subsampling=0)
    scene().save(OUT / "progressive.jpg", quality=95, subsampling=0, progressive=True)
    scene().convert("L").save(OUT / "grey.jpg", quality=95)
    scene().convert("CMYK").save(OUT / "cmyk.jpg", quality=95)
    for orientation in range(1, 9):
        stored(orientation).save(
            OUT / f"orientation-{orientation}.jpg", quality=95, subsampling=0, exif=exif(orientation)
        )
    # A second whole picture after the first, as phones append (multi-picture format).
    first = (OUT / "plain.jpg").read_bytes()
    (OUT / "trailing.jpg").write_bytes(first + first + b"\0" * 16)


def others() -> None:
    scene().save(OUT / "plain.png")
    with_alpha().save(OUT / "alpha.png")
    scene().quantize(4).save(OUT / "palette.png")
    wide = np.asarray(scene().convert("L")).astype(np.uint16) * 257
    Image.fromarray(wide).save(OUT / "grey16.png")
    scene().save(OUT / "lossy.webp", quality=90)
    scene().save(OUT / "lossless.webp", lossless=True)
    with_alpha().save(OUT / "alpha.webp", lossless=True)
    first, *rest = frames()
    first.save(OUT / "animated.webp", save_all=True, append_images=rest, lossless=True)
    scene().save(OUT / "plain.avif", quality=95, subsampling="4:4:4")
    with_alpha().save(OUT / "alpha.avif", quality=95, subsampling="4:4:4")
    scene().save(OUT / "plain.gif")
    first.save(OUT / "animated.gif", save_all=True, append_images=rest, loop=0)
    scene().save(OUT / "plain.bmp")
    scene().quantize(4).save(OUT / "palette.bmp")


def tiffs() -> None:
    for name, compression in {
        "plain": None,
        "lzw": "tiff_lzw",
        "deflate": "tiff_adobe_deflate",
        "packbits": "packbits",
        "jpeg": "jpeg",
    }.items():
        scene().save(OUT / f"{name}.tif", compression=compression)
    scene().convert("L").save(OUT / "grey.tif")
    scene().convert("CMYK").save(OUT / "cmyk.tif")
    scene().quantize(4).save(OUT / "palette.tif")
    stored(6).save(OUT / "orientation-6.tif", tiffinfo={274: 6})
    with_alpha().save(OUT / "alpha.tif")
    wide = np.asarray(scene()).astype(np.uint16) * 257
    for order, name in {"<": "rgb16", ">": "rgb16-big-endian"}.items():
        tifffile.imwrite(OUT / f"{name}.tif", wide, byteorder=order, photometric="rgb")
    tifffile.imwrite(
        OUT / "grey16.tif", wide[..., 1], compression="zlib", predictor=True, photometric="minisblack"
    )
    tifffile.imwrite(OUT / "tiled.tif", np.asarray(scene()), tile=(16, 16), photometric="rgb")
    tifffile.imwrite(
        OUT / "planes.tif", np.asarray(scene()).transpose(2, 0, 1), photometric="rgb", planarconfig=2
    )


def faxes() -> None:
    """Bilevel: green and yellow are white."""
    ink = scene().convert("L").point(lambda grey: 255 * (grey > 100)).convert("1")
    for name, compression, options in (
        ("fax-runs", "tiff_ccitt", {}),
        ("fax-3", "group3", {}),
        ("fax-3-2d", "group3", {292: 5}),
        ("fax-4", "group4", {}),
    ):
        ink.save(OUT / f"{name}.tif", compression=compression, tiffinfo=options)


def color_models() -> None:
    scene().convert("L").save(OUT / "grey-jpeg.tif", compression="jpeg")
    tifffile.imwrite(OUT / "rgb-jpeg.tif", np.asarray(scene()), photometric="rgb", tile=(16, 16),
                     compression="jpeg", compressionargs={"level": 95})  # fmt: skip
    to_lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
    ImageCms.profileToProfile(scene(), *to_lab, outputMode="LAB").save(OUT / "lab.tif")
    scene().convert("YCbCr").save(OUT / "ycbcr.tif")


def turned() -> None:
    """Stored on their side; only EXIF, or a property of the file, says so."""
    side = stored(6)
    side.save(OUT / "turned.png", exif=exif(6))
    side.save(OUT / "turned.webp", lossless=True, exif=exif(6))
    side.save(OUT / "turned.avif", quality=95, subsampling="4:4:4", exif=exif(6))
    pillow_heif.register_heif_opener()
    scene().save(OUT / "plain.heic", quality=95, chroma=444)
    side.save(OUT / "turned.heic", quality=95, chroma=444, exif=exif(6).tobytes())


def resize_answers() -> None:
    """What Pillow's Image.resize(BILINEAR) gives for random pictures: base64 of RGB bytes."""
    rng = np.random.default_rng(20)
    cases = [
        ((40, 30), (16, 12)), ((37, 23), (16, 10)), ((7, 5), (21, 15)), ((1, 1), (8, 8)),
        ((1, 50), (1, 16)), ((50, 1), (16, 1)), ((3, 64), (1, 16)), ((16, 12), (16, 12)),
        ((33, 16), (16, 16)), ((10, 64), (24, 9)), ((130, 3), (11, 1)),
    ]  # fmt: skip
    answers = []
    for source, target in cases:
        pixels = rng.integers(0, 256, (source[1], source[0], 3), np.uint8)
        # In two calls: some versions of Pillow take tall pictures by columns first, off by one.
        narrowed = Image.fromarray(pixels).resize((target[0], source[1]), BILINEAR)
        resized = narrowed.resize(target, BILINEAR)
        answers.append({
            "from": {"width": source[0], "height": source[1]},
            "to": {"width": target[0], "height": target[1]},
            "pixels": base64.b64encode(pixels.tobytes()).decode(),
            "resized": base64.b64encode(resized.tobytes()).decode(),
        })  # fmt: skip
    (OUT / "resize.golden.json").write_text(json.dumps(answers, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    OUT.mkdir(parents=True, exist_ok=True)
    jpegs()
    others()
    tiffs()
    faxes()
    color_models()
    turned()
    resize_answers()
