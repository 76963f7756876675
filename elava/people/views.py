from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponseNotModified
from django.views.decorators.http import require_GET

from .models import Attachment
from .queries import file_seen_by


@require_GET
def file(request, pk, size):
    """A file out of the private store, for those who may see it."""
    found = file_seen_by(request.person, pk)
    if found is None:
        raise Http404
    try:
        path = found.path(size)
    except KeyError:
        raise Http404 from None
    tag = f'"{found.sha256[:32]}-{size}"'
    is_public = found.shown_on is not None
    if is_public and request.headers.get("If-None-Match") == tag:
        response = HttpResponseNotModified()
    else:
        response = _served(found, path)
    response["ETag"] = tag
    response["Cache-Control"] = "no-cache" if is_public else "private, no-store"
    if is_public and found.purpose == Attachment.For.BANNER:
        # Others show the banner on their own sites.
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _served(found, path):
    is_photo = found.kind == Attachment.Kind.PHOTO
    media_type = "image/jpeg" if path.endswith(".jpg") else found.media_type
    try:
        body = default_storage.open(path)
    except FileNotFoundError:
        raise Http404 from None
    # A paper is saved and never opened in our own window: what is in it is not ours.
    response = FileResponse(
        body,
        content_type=media_type,
        as_attachment=found.kind == Attachment.Kind.DOCUMENT,
        filename="" if is_photo else found.name or "document",
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
