import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile


def a_picture(width=60, height=40, *, form="JPEG", **kept):
    """The bytes of a small picture; `kept` goes into the file, such as exif or comment."""
    from PIL import Image

    body = io.BytesIO()
    Image.new("RGB", (width, height), "#0A4D5F").save(body, form, **kept)
    return body.getvalue()


def a_photo(width=60, height=40, *, name="kuva.jpg", form="JPEG", **kept):
    """A photo as a browser sends it."""
    return an_upload(a_picture(width, height, form=form, **kept), name, "image/jpeg")


def an_upload(body, name, media_type="application/octet-stream"):
    """Any file as a browser sends it."""
    return SimpleUploadedFile(name, body, media_type)


def an_archive(*names, size=10):
    """A zip archive with files of a size."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, b"0" * size)
    return body.getvalue()
