"""What people send us as files: opened with care, refused with a kind sentence."""

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from functools import wraps
from pathlib import Path

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler
from django.utils.translation import gettext as _

from . import darkroom

MEGABYTE = 1 << 20
MOST_PIXELS = 24_000_000
LARGEST = {"photo": 15 * MEGABYTE, "document": 15 * MEGABYTE}
LARGEST_REQUEST = 40 * MEGABYTE
LARGEST_UNPACKED = 200 * MEGABYTE
PATIENCE = 20  # seconds that the darkroom may take by the clock

DOCUMENTS = {
    "pdf": "application/pdf",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
INSIDE = {"odt": "content.xml", "ods": "content.xml", "docx": "word/", "xlsx": "xl/"}


class Refused(ValueError):
    """We do not take this file; the sentence says why, and what would do."""


@dataclass(frozen=True)
class Sent:
    """A file as we keep it: its parts by name, and the fingerprint of the main one."""

    kind: str
    media_type: str
    parts: dict
    sha256: str
    width: int = 0
    height: int = 0


def read_photo(upload):
    """A photo in four sizes, re-encoded; raises Refused. Read once for each upload."""
    if getattr(upload, "refused", None):
        raise upload.refused
    if getattr(upload, "sent", None) is None:
        upload.sent = _developed(upload)
    return upload.sent


def _developed(upload):
    _refuse_large(upload, "photo")
    with tempfile.TemporaryDirectory(prefix="darkroom") as folder:
        source = Path(folder, "source")
        with source.open("wb") as file:
            for chunk in upload.chunks():
                file.write(chunk)
        upload.seek(0)
        width, height = _in_the_darkroom(source, folder)
        names = ["original.jpg", *(f"{size}.webp" for size in darkroom.SIZES)]
        parts = {name: Path(folder, name).read_bytes() for name in names}
    sha256 = hashlib.sha256(parts["original.jpg"]).hexdigest()
    return Sent("photo", "image/webp", parts, sha256, width, height)


def _in_the_darkroom(source, folder):
    command = [sys.executable, "-I", darkroom.__file__, source, folder, str(MOST_PIXELS)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603  our own program, and paths we made
    except subprocess.TimeoutExpired:
        raise Refused(_("This picture is too heavy to open. Send a smaller one.")) from None
    if done.returncode == darkroom.TOO_MANY_PIXELS:
        raise Refused(_("This picture is too large. Send a smaller one."))
    if done.returncode:
        raise Refused(_("We cannot open this picture. Send a photo as JPEG, PNG or WebP."))
    return map(int, done.stdout.split())


def read_document(upload):
    """A document as it came, when it is what its name says; raises Refused."""
    _refuse_large(upload, "document")
    ending, body = _ending(upload), upload.read()
    upload.seek(0)
    if ending not in DOCUMENTS:
        raise Refused(_("Send the document as PDF, Word, Excel, ODT or ODS."))
    if not (body.startswith(b"%PDF-") if ending == "pdf" else _is_sound_archive(upload, ending)):
        raise Refused(_("This file is not what its name says. Save it anew and send it again."))
    return Sent("document", DOCUMENTS[ending], {f"file.{ending}": body}, _hash(body))


def _is_sound_archive(upload, ending):
    try:
        with zipfile.ZipFile(upload) as archive:
            inside = archive.infolist()
    # The last is what zipfile says of an archive of a kind that it does not read.
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    finally:
        upload.seek(0)
    names = [part.filename for part in inside]
    return (
        sum(part.file_size for part in inside) <= LARGEST_UNPACKED
        and any(name.startswith(INSIDE[ending]) for name in names)
        and not any(name.endswith("vbaProject.bin") for name in names)
    )


def _refuse_large(upload, kind):
    if upload.size > LARGEST[kind]:
        most = LARGEST[kind] // MEGABYTE
        raise Refused(_("This file is too large. The most is %(most)s megabytes.") % {"most": most})


def _ending(upload):
    return Path(upload.name or "").suffix.lower().lstrip(".")


def _hash(body):
    return hashlib.sha256(body).hexdigest()


def opens_photos(*fields):
    """Open the photos in these fields of a form before `@once`, below this line, holds the
    database: a heavy picture takes many seconds, and SQLite has one writer.
    """

    def wear(view):
        @wraps(view)
        def opened(request, *args, **kwargs):
            for upload in (request.FILES.get(field) for field in fields):
                if upload is not None:
                    _open_now(upload)
            return view(request, *args, **kwargs)

        opened.opens_photos = fields
        return opened

    return wear


def _open_now(upload):
    try:
        read_photo(upload)
    except Refused as reason:
        upload.refused = reason


class Bounded(FileUploadHandler):
    """The first reader of every request: a request of more than 40 megabytes is not read at all."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):  # noqa: N803  Django's own name
        """Look at the announced length."""
        if content_length > LARGEST_REQUEST:
            raise RequestDataTooBig("more than the largest request")

    def receive_data_chunk(self, raw_data, start):
        """Hand the data on."""
        return raw_data

    def file_complete(self, file_size):
        """The next reader keeps the file."""
        return
