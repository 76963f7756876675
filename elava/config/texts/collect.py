"""Brings the catalogues in line with the code: new texts in, unused ones out."""

from elava.config.texts import catalogues
from elava.config.texts.in_python import messages_in_python
from elava.config.texts.in_templates import messages_in_template

TEMPLATES = {".html", ".txt", ".xml", ".svg"}


def texts_of(package):
    """The messages of one package: {Message: names of the files that use it}."""
    home, found = catalogues.HOUSE / package, {}
    for file, messages in _each_file(home):
        name = file.relative_to(home.parent).as_posix()
        for message in messages(file.read_text("utf-8"), name):
            found.setdefault(message.key, (message, set()))[1].add(name)
            _keep_plural(found, message)
    return {message: sorted(names) for message, names in found.values()}


def _each_file(home):
    for file in sorted(home.rglob("*.py")):
        if not {"tests", "migrations"} & set(file.parts):
            yield file, messages_in_python
    for file in sorted((home / "templates").rglob("*")):
        if file.suffix in TEMPLATES:
            yield file, messages_in_template


def _keep_plural(found, message):
    """The same words with and without a plural are one message: the one with the plural."""
    if message.plural:
        found[message.key] = (message, found[message.key][1])


def update(package, language, known):
    """Write a package's catalogue anew where it differs; a text known elsewhere comes along."""
    path, old = catalogues.path_of(package, language), catalogues.read(package, language)
    texts = texts_of(package)
    new = build(texts, old, known, language)
    text = f"{str(new).rstrip()}\n"
    if not texts:
        path.unlink(missing_ok=True)
        path.with_suffix(".mo").unlink(missing_ok=True)
    elif not path.exists() or path.read_text("utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return new


def build(texts, old, known, language):
    """A catalogue for these texts, with what the old one and the other packages know of them."""
    import polib

    new = polib.POFile(wrapwidth=100)
    new.metadata = catalogues.header(language)
    translated = {key_of(entry): entry for entry in old if not entry.obsolete}
    for message, names in sorted(texts.items()):
        before = translated.get(message.key) or known.get(message.key)
        new.append(entry_for(message, names, before))
    return new


def entry_for(message, names, before):
    """A line of a catalogue; what was translated before stays, with who has checked it."""
    import polib

    entry = polib.POEntry(
        msgid=message.msgid,
        msgctxt=message.context or None,
        msgid_plural=message.plural,
        occurrences=[(name, "") for name in names],
    )
    if message.plural:
        entry.msgstr_plural = {0: "", 1: ""}
    if before and bool(before.msgid_plural) == bool(message.plural):
        entry.msgstr = before.msgstr
        entry.msgstr_plural = dict(before.msgstr_plural)
        entry.tcomment, entry.flags = before.tcomment, before.flags
    return entry


def key_of(entry):
    """What makes an entry the same message for gettext."""
    return entry.msgctxt or "", entry.msgid


def known_texts(language):
    """What any package has already translated: a new page need not translate “Save” again."""
    return {
        key_of(entry): entry
        for package in catalogues.packages()
        for entry in catalogues.read(package, language)
        if entry.translated()
    }


def update_all():
    """Bring every catalogue in line with the code; returns {language: [entry, …]}."""
    result = {}
    for language in catalogues.LANGUAGES:
        known = known_texts(language)
        result[language] = [
            entry for package in catalogues.packages() for entry in update(package, language, known)
        ]
    return result
