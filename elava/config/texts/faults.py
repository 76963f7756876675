"""What is wrong with the catalogues, each fault in one line."""

import re

from elava.config.texts import catalogues
from elava.config.texts.collect import key_of, texts_of

PLACEHOLDER = re.compile(r"%%|%(?:\(\w+\))?[-#0+]*\d*(?:\.\d+)?[sdif]|\{\w*\}")


def faults():
    """Every fault of every catalogue, as sentences; none means that all is well."""
    for package in catalogues.packages():
        texts = {message.key: message for message in texts_of(package)}
        for language in catalogues.LANGUAGES:
            catalogue = catalogues.read(package, language)
            yield from faults_of(texts, catalogue, f"{package}, {language}")
    for language in catalogues.LANGUAGES:
        yield from contradictions(language)


def faults_of(texts, catalogue, where):
    """The faults of one catalogue, given the messages {key: Message} of its package."""
    entries = {key_of(entry): entry for entry in catalogue if not entry.obsolete}
    for key in sorted(texts.keys() - entries.keys()):
        yield f"{where}: not in the catalogue (run `elava texts`): {key[1]!r}"
    for key in sorted(entries.keys() - texts.keys()):
        yield f"{where}: no longer used (run `elava texts`): {key[1]!r}"
    for entry in catalogue.obsolete_entries():
        yield f"{where}: obsolete: {entry.msgid!r}"
    if texts and catalogue.metadata.get("Plural-Forms") != catalogues.HEADER["Plural-Forms"]:
        yield f"{where}: the line Plural-Forms is not ours"
    for key in sorted(texts.keys() & entries.keys()):
        if fault := fault_of(entries[key], texts[key]):
            yield f"{where}: {fault}: {key[1]!r}"


def fault_of(entry, message):
    """What is wrong with one entry, in a few words, or None."""
    if entry.fuzzy:
        return "fuzzy"
    if (entry.msgid_plural or "") != message.plural:
        return "its plural has changed"
    forms = list(entry.msgstr_plural.values()) if message.plural else [entry.msgstr]
    if len(forms) != (2 if message.plural else 1) or not all(forms):
        return "not translated"
    if not placeholders_fit(message, forms):
        return "other placeholders than the English text"
    return None


def placeholders_fit(message, forms):
    """Whether each form fills in what the English one does; “one” may leave out the number."""
    one, many = placeholders(message.msgid), placeholders(message.plural or message.msgid)
    return placeholders(forms[0]) in (one, many) and placeholders(forms[-1]) == many


def placeholders(text):
    """What is filled into a text: named ones in any order, unnamed ones in theirs."""
    found = PLACEHOLDER.findall(text)
    nameless = [place for place in found if place == "{}" or place[1:2] not in "(%"]
    return {place for place in found if place != "%%"}, nameless


def contradictions(language):
    """Texts that two packages translate differently: Django would quietly choose one of them."""
    seen = {}
    for package in catalogues.packages():
        for entry in catalogues.read(package, language).translated_entries():
            said = (entry.msgstr, tuple(sorted(entry.msgstr_plural.items())))
            first, its_package = seen.setdefault(key_of(entry), (said, package))
            if said != first:
                where = f"{language}: {package} and {its_package}"
                yield f"{where}: translated differently: {entry.msgid!r}"
