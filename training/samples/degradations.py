"""What weather, light and cameras do to a photo. Each function takes and gives float RGB in 0..1,
shape (height, width, 3), and draws all chance from the generator it is handed, so a seed fixes it.
"""

import io

import cv2
import numpy as np
from numpy.random import Generator
from PIL import Image

Photo = np.ndarray


def to_linear(photo: Photo) -> Photo:
    """sRGB to light: sensors and fog add up in light, not in sRGB."""
    return np.where(photo <= 0.04045, photo / 12.92, ((photo + 0.055) / 1.055) ** 2.4)


def to_srgb(light: Photo) -> Photo:
    light = np.clip(light, 0, 1)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def dark(photo: Photo, rng: Generator, *, exposure: float, photons: float) -> Photo:
    """Too little light: `exposure` of it arrives, as few `photons` at white, then blue casts and noise."""
    light = to_linear(photo) * exposure * np.array([0.86, 0.95, 1.15])
    height, width = light.shape[:2]
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    light = light * (1 - 0.45 * np.clip(x**2 + y**2, 0, 1))[..., None]
    return to_srgb(sensor_noise(light, rng, photons=photons, read=0.0025))


def noisy(photo: Photo, rng: Generator, *, photons: float, blotches: float) -> Photo:
    """High ISO: shot and read noise, and the coarse colour blotches that denoisers leave behind."""
    light = sensor_noise(to_linear(photo), rng, photons=photons, read=0.012)
    coarse = rng.normal(0, blotches, (light.shape[0] // 6, light.shape[1] // 6, 3))
    coarse = cv2.resize(coarse, light.shape[1::-1], interpolation=cv2.INTER_CUBIC)
    coarse -= coarse.mean(axis=2, keepdims=True)
    return np.clip(to_srgb(light) + coarse, 0, 1)


def sensor_noise(light: Photo, rng: Generator, *, photons: float, read: float) -> Photo:
    shot = rng.poisson(np.clip(light, 0, 1) * photons) / photons
    return shot + rng.normal(0, read, light.shape)


def rain(photo: Photo, rng: Generator, *, density: float, slant: float) -> Photo:
    """A grey, flat veil, three sheets of streaks from fine and far to thick and near."""
    height, width = photo.shape[:2]
    light = to_linear(photo)
    grey = light.mean(axis=2, keepdims=True)
    light = 0.5 * (0.6 * light + 0.4 * grey) + 0.035
    for length, thickness, strength, share in ((19, 0.6, 0.30, 1.0), (43, 1.0, 0.32, 0.4), (85, 1.7, 0.28, 0.1)):
        drops = (rng.random((height, width)) < density * share).astype(np.float32)
        drops *= rng.uniform(0.5, 1, drops.shape).astype(np.float32)
        streaks = cv2.filter2D(drops, -1, streak(length, slant + rng.uniform(-2, 2)))
        streaks = cv2.GaussianBlur(streaks, (0, 0), thickness) * thickness * 2.5
        light = light + (0.75 - light) * np.clip(streaks * strength * 6, 0, 0.7)[..., None]
    return to_srgb(light)


def snow(photo: Photo, rng: Generator, *, flakes: int) -> Photo:
    """A pale veil and soft flakes, small and sharp far away, large and blurred close by."""
    height, width = photo.shape[:2]
    light = 0.80 * to_linear(photo) + 0.13
    for radius, share, softness in ((0.9, 0.62, 0.5), (1.9, 0.3, 1.0), (4.2, 0.08, 2.6)):
        layer = np.zeros((height, width), np.float32)
        for _ in range(int(flakes * share)):
            x, y = rng.uniform(0, width), rng.uniform(0, height)
            size = radius * rng.uniform(0.7, 1.4)
            # OpenCV takes sixteenths of a pixel, given 4 fractional bits.
            center = (round(x * 16), round(y * 16))
            axes = (round(size * 16), round(size * rng.uniform(1.0, 1.7) * 16))
            white = float(rng.uniform(0.6, 1))
            cv2.ellipse(layer, center, axes, 14, 0, 360, white, -1, cv2.LINE_AA, 4)
        layer = cv2.GaussianBlur(layer, (0, 0), softness)
        light = light + (0.97 - light) * np.clip(layer, 0, 0.95)[..., None]
    return to_srgb(light)


def fog(photo: Photo, rng: Generator, *, near: float, far: float, horizon: float) -> Photo:
    """Distance grows from the lower edge to the `horizon` (a share of the height) and fog with it, in drifts."""
    height, width = photo.shape[:2]
    rows = np.linspace(0, 1, height)[:, None]
    distance = np.clip((1 - rows) / (1 - horizon), 0, 1) ** 0.8
    drifts = cv2.resize(rng.normal(0, 1, (5, 7)), (width, height), interpolation=cv2.INTER_CUBIC)
    depth = np.clip(near + (far - near) * distance + 0.22 * drifts * distance, 0, None)
    through = np.exp(-depth)[..., None]
    air = np.array([0.56, 0.59, 0.62])
    blurred = cv2.GaussianBlur(to_linear(photo), (0, 0), 1.1)
    return to_srgb(blurred * through + air * (1 - through) + rng.normal(0, 0.004, photo.shape))


def motion_blur(photo: Photo, *, length: int, angle: float) -> Photo:
    """The camera moved in a straight line while the shutter was open."""
    blurred = cv2.filter2D(to_linear(photo), -1, streak(length, angle), borderType=cv2.BORDER_REFLECT)
    return to_srgb(blurred)


def streak(length: int, angle: float) -> np.ndarray:
    """A line of `length` pixels as a filter of sum one; 0 degrees is upright, growing clockwise."""
    kernel = np.zeros((length, length), np.float32)
    kernel[:, length // 2] = 1
    turn = cv2.getRotationMatrix2D(((length - 1) / 2, (length - 1) / 2), -angle, 1)
    kernel = cv2.warpAffine(kernel, turn, (length, length))
    return kernel / kernel.sum()


def low_resolution(photo: Photo, *, factor: float) -> Photo:
    """Taken with few pixels, sharpened by the camera, then blown up."""
    height, width = photo.shape[:2]
    small = cv2.resize(photo, (round(width / factor), round(height / factor)), interpolation=cv2.INTER_AREA)
    small = np.clip(small + 0.6 * (small - cv2.GaussianBlur(small, (0, 0), 1)), 0, 1)
    return np.clip(cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC), 0, 1)


def over_compressed(photo: Photo, *, qualities: tuple[int, ...]) -> Photo:
    """Saved as JPEG again and again, a little smaller each time, as messengers do."""
    image = Image.fromarray((photo * 255 + 0.5).astype(np.uint8))
    size = image.size
    for step, quality in enumerate(qualities):
        shrunk = image.resize([round(side * 0.9 ** (step + 1)) for side in size], Image.Resampling.BICUBIC)
        buffer = io.BytesIO()
        shrunk.save(buffer, "JPEG", quality=quality)
        image = Image.open(buffer).convert("RGB")
    return np.asarray(image.resize(size, Image.Resampling.BICUBIC)) / 255
