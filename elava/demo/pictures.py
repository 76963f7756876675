"""Pictures of our own, drawn with a few shapes: warm, simple, and plainly no photographs."""

import io
import math

from django.core.files.uploadedfile import SimpleUploadedFile

PAPER, LAKE, SPRUCE, SUN = "#FBF0DC", "#0A4D5F", "#1A5236", "#F2A93B"
ROWAN, SKY, SNOW, BARK, SHALLOW = "#901932", "#F8DDA4", "#FFFFFF", "#6B4200", "#8FBFCB"
WIDTH, HEIGHT, BANNER_HEIGHT = 1200, 800, 400
FINER = 1.5  # drawn so much finer, then reduced by half: that smooths the edges


def drawn(name, height=HEIGHT):
    """A picture by its name, as a browser would send it."""
    from PIL import Image, ImageDraw

    sheet = Image.new("RGB", (round(WIDTH * FINER), round(height * FINER)), PAPER)
    SCENES[name](Pen(ImageDraw.Draw(sheet)))
    body = io.BytesIO()
    sheet.reduce(2).save(body, "JPEG", quality=88)
    return SimpleUploadedFile(f"{name}.jpg", body.getvalue(), "image/jpeg")


class Pen:
    """Draws in whole units of the finished picture."""

    def __init__(self, draw):
        self.draw = draw

    def area(self, points, colour):
        """A filled shape."""
        self.draw.polygon([(x * FINER, y * FINER) for x, y in points], fill=colour)

    def box(self, left, top, right, bottom, colour, radius=0):
        """A rectangle, perhaps with round corners."""
        edges = [value * FINER for value in (left, top, right, bottom)]
        self.draw.rounded_rectangle(edges, radius * FINER, fill=colour)

    def disc(self, x, y, size, colour, squeeze=1.0):
        """A round spot; `squeeze` below 1 makes it flat."""
        edges = (x - size, y - size * squeeze, x + size, y + size * squeeze)
        self.draw.ellipse([value * FINER for value in edges], fill=colour)

    def line(self, points, colour, width):
        """A line with round joints."""
        spots = [(x * FINER, y * FINER) for x, y in points]
        self.draw.line(spots, fill=colour, width=round(width * FINER), joint="curve")

    def wave(self, top, height, colour, turn=0.0, length=380):
        """Everything below a gentle wave: a hill, a shore, snow."""
        edge = [(x, top + height * math.sin(x / length + turn)) for x in range(-20, WIDTH + 40, 20)]
        self.area([*edge, (WIDTH + 20, HEIGHT), (-20, HEIGHT)], colour)

    def spruce(self, x, ground, size):
        """A spruce tree of three skirts."""
        self.box(x - size * 0.05, ground - size * 0.2, x + size * 0.05, ground, BARK)
        for skirt in range(3):
            foot, half = ground - size * (0.15 + 0.26 * skirt), size * (0.3 - 0.07 * skirt)
            self.area([(x - half, foot), (x + half, foot), (x, foot - size * 0.42)], SPRUCE)


def sauna(pen):
    """A sauna on the shore, smoke rising, a jetty with a rail."""
    pen.box(0, 0, WIDTH, 470, SKY)
    pen.disc(930, 210, 90, SUN)
    pen.wave(420, 26, SPRUCE, 0.6, 210)
    pen.box(0, 470, WIDTH, HEIGHT, LAKE)
    for row, top in enumerate(range(520, HEIGHT, 60)):
        pen.line([(x, top + 6 * math.sin(x / 60 + row)) for x in range(0, WIDTH, 20)], SHALLOW, 3)
    pen.wave(640, 40, "#D9B77E", 2.2, 330)
    pen.box(180, 400, 480, 640, BARK)
    pen.area([(150, 410), (330, 290), (510, 410)], ROWAN)
    pen.box(400, 270, 440, 350, "#444444")
    for puff in range(4):
        pen.disc(430 + puff * 26, 240 - puff * 46, 22 + puff * 9, SNOW)
    pen.box(230, 470, 310, 640, PAPER)
    pen.box(350, 470, 430, 540, SUN)
    pen.area([(480, 610), (900, 560), (900, 590), (480, 650)], "#B98A4A")
    for x in (560, 680, 800, 890):
        pen.box(x, 520, x + 10, 680, BARK)
    pen.line([(560, 530), (895, 522)], BARK, 9)


def bench(pen):
    """A bench under a tree, and two cups on it."""
    pen.box(0, 0, WIDTH, HEIGHT, "#EAF3F4")
    pen.disc(220, 190, 70, SUN)
    pen.wave(560, 22, "#BFD8A8", 1.0)
    pen.wave(640, 14, "#A7C98D", 2.6)
    pen.box(860, 300, 910, 650, BARK)
    for x, y, size in ((880, 230, 170), (760, 290, 110), (1010, 290, 120)):
        pen.disc(x, y, size, SPRUCE)
    for x, y in ((800, 220), (930, 170), (1010, 300), (850, 320), (740, 300)):
        pen.disc(x, y, 13, ROWAN)
    for top in (420, 470, 540):
        pen.box(280, top, 780, top + 30, "#B98A4A", 10)
    for x in (320, 720):
        pen.box(x, 400, x + 24, 660, LAKE, 8)
    for x in (470, 590):
        pen.box(x, 500, x + 46, 542, SNOW, 8)
        pen.line([(x + 12, 488), (x + 22, 470), (x + 14, 452)], SHALLOW, 5)


def table(pen):
    """A long table from above, bowls of soup all around it."""
    pen.box(0, 0, WIDTH, HEIGHT, "#F3E4C8")
    pen.box(170, 220, 1030, 580, "#B98A4A", 60)
    pen.box(190, 240, 1010, 560, "#CFA265", 50)
    pen.disc(600, 400, 105, "#444444")
    pen.disc(600, 400, 88, SUN)
    pen.disc(570, 380, 14, ROWAN)
    pen.disc(630, 425, 16, SPRUCE)
    colours = (LAKE, ROWAN, SPRUCE, "#5B3A7A")
    for number, x in enumerate((290, 430, 770, 910)):
        for side, y in ((-1, 300), (1, 500)):
            pen.disc(x, y, 46, SNOW)
            pen.disc(x, y, 34, SUN)
            colour = colours[(number + (side > 0)) % 4]
            pen.disc(x, y + side * 150, 62, colour)
            pen.disc(x, y + side * 150, 34, ("#E9C7A3", "#8A5A3B", "#C98F62")[number % 3])


def path(pen):
    """A path through a forest, marked with yellow spots."""
    pen.box(0, 0, WIDTH, HEIGHT, "#DCEBEF")
    for x, ground, size in ((120, 430, 300), (330, 400, 230), (1080, 430, 320), (880, 400, 240)):
        pen.spruce(x, ground, size)
    pen.wave(400, 16, "#E6EFE0", 0.4)
    pen.area([(540, 405), (640, 405), (700, 520), (560, 640), (760, 800), (300, 800), (420, 620),
              (600, 510)], "#D9B77E")  # fmt: skip
    for x, ground, size in ((200, 660, 430), (1000, 700, 520), (40, 800, 520)):
        pen.spruce(x, ground, size)
    for x, y, size in ((760, 430, 12), (470, 520, 17), (800, 640, 24)):
        pen.box(x - size * 0.4, y, x + size * 0.4, y + size * 6, BARK)
        pen.disc(x, y, size * 1.6, SUN)


def stream(pen):
    """The banner: a stream between houses and a lake, one point in it glowing."""
    pen.box(0, 0, WIDTH, BANNER_HEIGHT, PAPER)
    pen.wave(150, 24, SKY, 0.9, 260)
    for x, size in ((70, 150), (150, 190), (1010, 170), (1110, 210), (1180, 150)):
        pen.spruce(x, 240, size)
    for x, wide, colour in ((330, 130, ROWAN), (520, 170, LAKE), (760, 120, "#5B3A7A")):
        pen.box(x, 120, x + wide, 250, colour, 6)
        pen.area([(x - 14, 126), (x + wide / 2, 60), (x + wide + 14, 126)], BARK)
        for window in range(x + 22, x + wide - 30, 46):
            pen.box(window, 160, window + 24, 196, SUN, 4)
    pen.wave(240, 16, "#BFD8A8", 1.9, 300)
    pen.wave(350, 10, SHALLOW, 0.4, 240)
    bed = [(x, 300 + 26 * math.sin(x / 150)) for x in range(-20, WIDTH + 40, 10)]
    pen.line(bed, LAKE, 30)
    pen.line([(x, y - 6) for x, y in bed], SHALLOW, 4)
    pen.disc(790, 300 + 26 * math.sin(790 / 150), 34, SKY)
    pen.disc(790, 300 + 26 * math.sin(790 / 150), 22, SUN)


SCENES = {"stream": stream, "sauna": sauna, "bench": bench, "table": table, "path": path}
