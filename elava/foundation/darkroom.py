"""The darkroom: a process of its own in which one picture is opened, with little memory and time.

Run as `python darkroom.py FILE FOLDER PIXELS`. It leaves original.jpg and three WebP sizes in the
folder, freed of all that a camera writes into a picture, and prints "width height". It imports
nothing of the house: whatever a picture breaks, breaks here.
"""

import resource
import sys

FORMATS = ("JPEG", "PNG", "WEBP")
SIZES = {"large": 1800, "medium": 900, "small": 400}  # the longest side in pixels
ORIGINAL = 3000
MEMORY = 1 << 30
SECONDS = 12
FILE_SIZE = 30 << 20
TOO_MANY_PIXELS, NOT_A_PICTURE = 3, 4


def develop(source, folder, most_pixels):
    """Open the picture and write its sizes; gives width and height of the original."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # refused below, before anything is decoded
    with Image.open(source, formats=FORMATS) as opened:
        width, height = opened.size
        # A JPEG is decoded in a smaller size at once, so that it may be larger.
        if width * height > most_pixels * (3 if opened.format == "JPEG" else 1):
            sys.exit(TOO_MANY_PIXELS)
        opened.draft("RGB", (ORIGINAL, ORIGINAL))
        picture = ImageOps.exif_transpose(opened)
        picture.thumbnail((ORIGINAL, ORIGINAL))
        picture = _flat(picture)
    picture.save(f"{folder}/original.jpg", "JPEG", quality=88, optimize=True)
    width, height = picture.size
    for name, side in SIZES.items():
        picture.thumbnail((side, side))
        picture.save(f"{folder}/{name}.webp", "WEBP", quality=80, method=4)
    return width, height


def _flat(picture):
    """The bare pixels on white paper: no transparency, no comment, no colour profile."""
    from PIL import Image

    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(paper, picture)
    picture = picture.convert("RGB")
    picture.info.clear()
    return picture


def main(source, folder, most_pixels):
    """Close the door behind us, then develop."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_SIZE, FILE_SIZE))
    try:
        width, height = develop(source, folder, int(most_pixels))
    except (OSError, ValueError, SyntaxError, MemoryError, EOFError):
        sys.exit(NOT_A_PICTURE)
    sys.stdout.write(f"{width} {height}")


if __name__ == "__main__":
    main(*sys.argv[1:])
