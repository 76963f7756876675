"""Words as people write them, and the forms under which they are found.

A word is kept as written, by its base form in each language of the house, and, where a long word is
a compound, by its head with the last part in its base form. So *liikuntapaikkojen* meets
*liikuntapaikka*, and *nuoriso* meets *nuorisotalolle* as a part of it.
"""

import re
from functools import cache, lru_cache

from django.conf import settings

LANGUAGES = ("fi", "sv", "en")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
PLURAL_WITH_O = re.compile(r"[oö](?:j(?:a|ä|en)|i(?:n|ksi|hin|tta|ttä|neen|[sln]\w{1,2}))$")
LONGEST_WORD = 60
SHORTEST_COMPOUND = 8
SHORTEST_PART = 4


def words_of(text):
    """The words of a text in lower case, in their order; a hyphen joins and also divides."""
    for found in WORD.findall(text.lower()):
        for word in {found, *re.split(r"['’-]", found)}:
            if 0 < len(word) <= LONGEST_WORD:
                yield word


@cache
def _dictionaries():
    from simplemma.strategies.dictionaries import TrieDictionaryFactory

    settings.ELAVA_WORDS.mkdir(parents=True, exist_ok=True)
    return TrieDictionaryFactory(disk_cache_dir=str(settings.ELAVA_WORDS))


@cache
def _lemmatizer():
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultStrategy

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_dictionaries()))


@cache
def _known_words():
    from simplemma.strategies import DictionaryLookupStrategy

    return DictionaryLookupStrategy(dictionary_factory=_dictionaries())


def load():
    """Build the dictionaries where they are not there yet (some 10 s once), and read them."""
    for language in LANGUAGES:
        _dictionaries().get_dictionary(language)


@lru_cache(maxsize=20_000)
def forms_of(word):
    """Every form under which a word (in lower case) is found, the written one first."""
    forms = [word]
    if len(word) > 2 and not word.isdecimal():
        forms += [_lemmatizer().lemmatize(word, language).lower() for language in LANGUAGES]
        forms += _with_base_ending(word)
        forms += [form for base in forms[1:] for form in _with_a_for_o(word, base)]
    return tuple(dict.fromkeys(form for form in forms if form))


@lru_cache(maxsize=2_000)
def asked_forms(word):
    """(whole forms, parts) under which an asked word is looked for, the same for all its forms.

    *kävelykerhoja* and *kävelykerho* are both asked as *kävelykerho*; *kävely* is but a part of it.
    """
    wholes, parts = [word], []
    for asked in (word, *forms_of(word)):
        for form in () if asked in parts else forms_of(asked):
            (parts if _is_part(form, asked) else wholes).append(form)
    # What is a part of one form is none of the whole ones, whatever else led to it.
    return tuple(form for form in dict.fromkeys(wholes) if form not in parts), tuple(
        sorted(set(parts))
    )


def _is_part(form, word):
    """Whether a form is the first part of a compound: what follows it is a word of its own."""
    rest = word.removeprefix(form)
    if rest == word or len(rest) < SHORTEST_PART:
        return False
    return any(_known_words().get_lemma(rest, language) for language in LANGUAGES)


def _with_base_ending(word):
    """A compound with its last part in its base form, as the Finnish dictionary knows that part."""
    if len(word) < SHORTEST_COMPOUND:
        return
    for cut in range(3, len(word) - SHORTEST_PART + 1):
        base = _known_words().get_lemma(word[cut:], "fi")
        if base:
            yield word[:cut] + base.lower()
            return


def _with_a_for_o(word, base):
    """*paikkojen* may be of *paikko* or of *paikka*: Finnish a becomes o before a plural i or j."""
    if base[-1:] in "oö" and PLURAL_WITH_O.search(word):
        yield base[:-1] + {"o": "a", "ö": "ä"}[base[-1]]


def indexed(text):
    """The forms of all words of a text as one line between spaces, ready to be searched."""
    forms = dict.fromkeys(form for word in words_of(text) for form in forms_of(word))
    return f" {' '.join(forms)} "
