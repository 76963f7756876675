import io
import struct
import zlib

import pytest
from PIL import Image

from elava.foundation import uploads
from elava.foundation.uploads import Refused, read_document, read_photo
from tests.given.files import a_photo, a_picture, an_archive, an_upload

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def a_flood(width, height):
    """A PNG of a few bytes that announces many pixels."""

    def chunk(kind, body):
        sealed = kind + body
        return struct.pack(">I", len(body)) + sealed + struct.pack(">I", zlib.crc32(sealed))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1000)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def test_a_photo_becomes_four_sizes_without_what_the_camera_wrote():
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = "Ainon piha", 6
    sent = read_photo(a_photo(2400, 1200, exif=exif, comment=b"Ainon kamera"))
    assert set(sent.parts) == {"original.jpg", "large.webp", "medium.webp", "small.webp"}
    assert (sent.width, sent.height) == (1200, 2400), "it stands upright, as the camera was held"
    for body in sent.parts.values():
        assert b"Aino" not in body
        assert not Image.open(io.BytesIO(body)).getexif()
    assert max(Image.open(io.BytesIO(sent.parts["small.webp"])).size) == 400


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_other_kinds_of_picture_are_taken_too(form):
    sent = read_photo(a_photo(form=form))
    assert (sent.kind, sent.width) == ("photo", 60)


def test_transparent_pictures_lie_on_white_paper():
    body = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(body, "PNG")
    sent = read_photo(an_upload(body.getvalue(), "a.png", "image/png"))
    assert Image.open(io.BytesIO(sent.parts["original.jpg"])).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    "body",
    [
        SVG,
        b"",
        b"GIF89a" + b"\0" * 40,
        a_flood(30_000, 30_000),
        a_flood(60, 40),
        b"%PDF-1.7 no picture",
        a_picture()[:200],
        b"<html><script>alert(1)</script></html>" + a_picture(),
    ],
    ids=["svg", "empty", "gif", "pixel flood", "broken", "pdf", "cut off", "page before picture"],
)
def test_what_is_no_sound_picture_is_refused_in_words(body):
    with pytest.raises(Refused, match=r"\w+ \w+"):
        read_photo(an_upload(body, "kuva.jpg", "image/jpeg"))


def test_what_hangs_behind_a_picture_is_left_behind():
    sent = read_photo(an_upload(a_picture() + b"<script>alert(1)</script>", "kuva.jpg"))
    assert all(b"<script>" not in body for body in sent.parts.values())


def test_a_picture_that_takes_too_long_is_given_back(monkeypatch):
    monkeypatch.setattr(uploads, "PATIENCE", 0.001)
    with pytest.raises(Refused):
        read_photo(a_photo())


def test_a_picture_is_opened_once_and_its_refusal_is_remembered():
    photo = a_photo()
    assert read_photo(photo) is read_photo(photo)
    photo.refused = Refused("no")
    with pytest.raises(Refused, match="no"):
        read_photo(photo)


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("poyta.pdf", b"%PDF-1.7 ..."),
        ("poyta.odt", an_archive("mimetype", "content.xml")),
        ("poyta.docx", an_archive("word/document.xml")),
    ],
)
def test_papers_are_kept_as_they_came(name, body):
    assert list(read_document(an_upload(body, name)).parts.values()) == [body]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("poyta.pdf", SVG),
        ("poyta.svg", SVG),
        ("poyta.html", b"<html>"),
        ("poyta", b"%PDF-1.7"),
        ("poyta.docx", b"PK\x03\x04 broken"),
        ("poyta.docx", an_archive("content.xml")),
        ("poyta.docx", an_archive("word/document.xml", "word/vbaProject.bin")),
        ("poyta.xlsx", an_archive("xl/a", "xl/b", size=101 << 20)),
    ],
    ids=["no pdf", "svg", "html", "no ending", "broken", "other inside", "macros", "zip bomb"],
)
def test_papers_that_are_not_what_they_say_are_refused(name, body):
    with pytest.raises(Refused):
        read_document(an_upload(body, name))


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setitem(uploads.LARGEST, "photo", 10)
    with pytest.raises(Refused):
        read_photo(a_photo())


def test_a_request_that_is_far_too_large_is_not_read_at_all(client, monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST_REQUEST", 10)
    assert client.post("/ideas/new/", {"photo": a_photo()}).status_code == 400
