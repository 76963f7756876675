import hashlib
import json
import secrets
from datetime import UTC

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from elava.foundation import ids
from elava.foundation.models import TimeOrdered
from elava.foundation.privacy import Privacy, personal
from elava.foundation.translated import TranslatedField
from elava.people.models import Person
from elava.programmes.models import InProgramme, ProgrammeQuerySet, scoped

from .beginnings import rows_seen_by


class ThreadQuerySet(ProgrammeQuerySet):
    """Threads as others may see them."""

    def public(self):
        """Threads that everybody may read."""
        return self.filter(is_public=True)

    def seen_by(self, person):
        """Public ones; to those with a role also the ones that begin with something they may see.

        The thread is called by what it began with, so who may not see that may not see this.
        """
        if not person.roles:
            return self.public()
        begins = ThreadPart.objects.filter(thread=models.OuterRef("pk")).order_by("pk")
        seen = models.Q(is_public=True)
        for rows in rows_seen_by(person):
            seen |= models.Q(begins_with__in=rows.values("pk"))
        return self.annotate(begins_with=begins.values("object_id")[:1]).filter(seen)


class Thread(InProgramme, models.Model):
    """The story of one matter, from a challenge or an idea to where it lives on."""

    privacy = Privacy(facts="id title is_public")

    id = models.UUIDField(primary_key=True, default=ids.random_id, editable=False)
    title = TranslatedField()
    is_public = models.BooleanField(default=False)

    objects = scoped(ThreadQuerySet)

    def __str__(self):
        return str(self.title) or str(_("A story that was taken away"))

    def get_absolute_url(self):
        """The red-thread page."""
        return reverse("thread", args=[self.pk])


class ThreadPart(InProgramme, TimeOrdered):
    """One object on a thread; an object may be on several."""

    privacy = Privacy(facts="thread kind object_id")

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="parts")
    kind = models.CharField(max_length=40)
    object_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["thread", "kind", "object_id"], name="on_a_thread_once")
        ]
        indexes = [models.Index(fields=["kind", "object_id"])]


def _spoken_by_or_of(person):
    """The words a person wrote into the journal, and those about them."""
    theirs = models.Q(by=person) | models.Q(for_person=person) | models.Q(subject_id=person.pk)
    return models.Q(pk__in=Entry.objects.filter(theirs).exclude(words=None).values("words"))


class Words(InProgramme, models.Model):
    """The free text of an entry, apart from it so that it can be emptied."""

    privacy = Privacy(
        personal={
            "body": personal(
                _("what you wrote, or what was noted, when something was done"),
                purpose="trace",
                basis="interest",
                keep="programme",
                whose=_spoken_by_or_of,
            )
        },
        facts="id salt",
    )

    id = models.UUIDField(primary_key=True, default=ids.random_id, editable=False)
    body = models.TextField(blank=True)
    salt = models.CharField(max_length=32)

    @classmethod
    def of(cls, body):
        """Words with a salt of their own."""
        return cls(body=body, salt=secrets.token_hex(16))

    @property
    def commitment(self):
        """What the entry keeps of the words: sha256 over salt and body."""
        return hashlib.sha256((self.salt + self.body).encode()).hexdigest()


class Entry(InProgramme, TimeOrdered):
    """One thing that happened. Never edited, never deleted."""

    privacy = Privacy(
        personal={
            "by": personal(
                _("what you did in the programme, and when"),
                purpose="trace",
                basis="interest",
                keep="history",
                erase="stay",
            ),
            "for_person": personal(
                _("what was done for you, and when"),
                purpose="trace",
                basis="interest",
                keep="history",
                erase="stay",
            ),
        },
        facts="seq verb subject_kind subject_id thread at fields words commitment hash",
    )

    seq = models.PositiveBigIntegerField()
    verb = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=40)
    subject_id = models.UUIDField()
    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, null=True, related_name="entries")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    for_person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    fields = models.JSONField(default=dict)
    words = models.ForeignKey(Words, on_delete=models.PROTECT, null=True, related_name="+")
    commitment = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "seq"], name="numbers_are_given_once")
        ]
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "seq"]),
            models.Index(fields=["thread", "seq"]),
        ]

    def __str__(self):
        return f"{self.seq} {self.verb}"

    def hash_after(self, previous):
        """This entry's link in the chain: sha256 over its facts and the hash before it."""
        facts = [
            self.seq, self.verb, self.subject_kind, str(self.subject_id), str(self.thread_id),
            str(self.by_id), str(self.for_person_id), self.at.astimezone(UTC).isoformat(),
            self.fields, self.commitment, previous,
        ]  # fmt: skip
        canonical = json.dumps(facts, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()


class Reader(InProgramme, models.Model):
    """How far one reader of the journal has read, moved on with the effects it wrote."""

    privacy = Privacy(facts="id name seq")

    name = models.CharField(max_length=40)
    seq = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "name"], name="a_reader_has_one_place")
        ]
