"""What a backup says about itself: counts, fingerprints and the heads of the chains."""

import hashlib
import json
from pathlib import Path

from django.utils.crypto import salted_hmac

from elava.programmes.models import Clock

FORMAT = 1
NAME = "manifest.json"
BLOCK = 1 << 20


def sha256_of(file):
    """The fingerprint of a file."""
    digest = hashlib.sha256()
    with Path(file).open("rb") as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def key_print():
    """A trace of the installation's secret key that tells whether it is the same, and no more."""
    return salted_hmac("elava.backup", "key", algorithm="sha256").hexdigest()[:16]


def heads(database="default"):
    """Programme's host → the number and hash of its last journal entry."""
    clocks = Clock.objects.using(database).select_related("programme").order_by("programme__host")
    return {clock.programme.host: [clock.version, clock.head] for clock in clocks}


def write(folder, manifest):
    """Put the manifest into the folder."""
    text = json.dumps(manifest, indent=1, sort_keys=True, ensure_ascii=False)
    (folder / NAME).write_text(text + "\n", "utf-8")


def read(folder):
    """The manifest of a folder; ValueError in plain words where it is none of ours."""
    file = Path(folder) / NAME
    if not file.is_file():
        raise ValueError(f"{folder} holds no backup: {NAME} is missing.")
    manifest = json.loads(file.read_text("utf-8"))
    if manifest.get("format") != FORMAT:
        raise ValueError(f"{folder} was made by another version ({manifest.get('elava')}).")
    return manifest


def faults(folder, manifest):
    """Sentences about files that are missing or not what they were."""
    for name, said in {**manifest["tables"], **manifest["uploads"]}.items():
        file = Path(folder) / name
        if not file.is_file():
            yield f"{name} is missing."
        elif sha256_of(file) != said["sha256"]:
            yield f"{name} has been altered."
