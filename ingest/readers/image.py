"""Pictures of pages: PNG, JPEG, WebP, TIFF with several pages."""

import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image, ImageSequence, UnidentifiedImageError

from ingest.errors import UnreadableFile
from ingest.readers.pdf import MAX_PAGES
from ingest.readers.picture import Grey
from ingest.readers.scan import Read, read_picture

MAX_PIXELS = 40_000_000
FORMATS = ("PNG", "JPEG", "WEBP", "TIFF")
"""JPEG takes in the double pictures (MPO) of some phones."""
ORIENTATION = 0x0112
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # fmt: skip
"""How to set a picture upright, by what the camera noted (EXIF 2.32, tag Orientation)."""
LEAST = 60
"""Pixels of the short side; a smaller picture holds no line of text."""
DAMAGED = (OSError, ValueError, SyntaxError, KeyError, IndexError, TypeError, EOFError, Image.DecompressionBombError)


def read_image(path: Path) -> Iterator[Read]:
    """Each page in turn. Raises UnreadableFile: damaged, too-large (40 megapixels), too-many-pages, photo and
    what `read_picture` raises.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=FORMATS) as picture:
                pages = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
                if pages > MAX_PAGES:
                    raise UnreadableFile(f"{pages} pages", reason="too-many-pages", file=path.name)
                for number, frame in enumerate(ImageSequence.Iterator(picture), start=1):
                    if number > pages:
                        break
                    yield read_picture(_grey(frame, path.name), number, camera=True)
    except UnidentifiedImageError as error:
        raise UnreadableFile("no picture", reason="damaged", file=path.name) from error
    except DAMAGED as error:
        raise UnreadableFile(type(error).__name__, reason="damaged", file=path.name) from error


def _grey(frame: Image.Image, name: str) -> Grey:
    """Upright as the camera says, on white where it is transparent. The size is checked before decoding."""
    width, height = frame.size
    if width * height > MAX_PIXELS:
        raise UnreadableFile(f"{width} x {height} pixels", reason="too-large", file=name)
    if min(width, height) < LEAST:
        raise UnreadableFile("too small", reason="photo", file=name)
    turn = TURNS.get(frame.getexif().get(ORIENTATION, 1))
    upright = frame if turn is None else frame.transpose(turn)
    if upright.has_transparency_data:
        upright = Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright.convert("RGBA"))
    if upright.mode.startswith(("I", "F")):
        return _stretched(np.asarray(upright, np.float64))
    return np.asarray(upright.convert("L"), np.uint8)


def _stretched(values: np.ndarray) -> Grey:
    """A picture of 16 bits or of fractions, to 8 bits."""
    low, high = float(values.min()), float(values.max())
    return np.asarray((values - low) * (255 / max(high - low, 1e-9)), np.uint8)
