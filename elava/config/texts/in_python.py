"""Finds the messages of a Python file by reading its syntax tree."""

import ast

from elava.config.texts.messages import Message, NotTranslatable

# Which argument is what: for each function of django.utils.translation.
PARTS = {
    "gettext": ("msgid",),
    "ngettext": ("msgid", "plural"),
    "pgettext": ("context", "msgid"),
    "npgettext": ("context", "msgid", "plural"),
}
PARTS |= {f"{name}_lazy": parts for name, parts in PARTS.items()} | {"gettext_noop": ("msgid",)}


def messages_in_python(source, name="<text>"):
    """Every Message of a Python source; raises NotTranslatable for an f-string or a sum."""
    tree = ast.parse(source, name)
    local_names = names_in_use(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (message := message_of(node, local_names, name)):
            yield message


def names_in_use(tree):
    """How this file calls the functions: `gettext_lazy as _` gives {"_": "gettext_lazy"}."""
    return {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
        if alias.name in PARTS
    }


def message_of(call, local_names, name):
    """The Message that a call marks, or None where it marks none."""
    match call.func:
        case ast.Name(id=called):
            function = local_names.get(called)
        case ast.Attribute(value=ast.Name(id="translation"), attr=called):
            function = called
        case _:
            return None
    parts = PARTS.get(function, ())
    if not parts or len(call.args) < len(parts):
        return None
    texts = [text_of(argument, name) for argument in call.args[: len(parts)]]
    found = dict(zip(parts, texts, strict=True))
    return None if None in found.values() else Message(**found)


def text_of(argument, name):
    """A literal text; None for a variable, which was marked where its text was written."""
    match argument:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr() | ast.BinOp():
            raise NotTranslatable(
                f"{name}, line {argument.lineno}: mark the plain text, then fill it: "
                '_("%(count)s ideas") % {"count": count}'
            )
    return None
