"""Finds the messages of a template by compiling it and walking what Django made of it."""

from django.template import Engine
from django.template.base import FilterExpression, Node, Variable
from django.template.exceptions import TemplateSyntaxError
from django.template.smartif import TokenBase
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.functional import Promise

from elava.config.texts.messages import Message, NotTranslatable

WALKED = (Node, FilterExpression, Variable, TokenBase)


def messages_in_template(source, name="<text>"):
    """Every Message of a template; raises NotTranslatable where it does not even compile."""
    try:
        template = Engine.get_default().from_string(source)
    except TemplateSyntaxError as error:
        raise NotTranslatable(f"{name}: {error}") from error
    for part in parts_of(template.nodelist, set()):
        if message := message_of(part):
            yield message


def parts_of(thing, seen):
    """A part of a template and all that it holds: tags of our own may hold their parts anywhere."""
    if isinstance(thing, list | tuple):
        inner = thing
    elif isinstance(thing, dict):
        inner = thing.values()
    elif isinstance(thing, Promise):
        yield thing
        return
    elif isinstance(thing, WALKED) and id(thing) not in seen:
        seen.add(id(thing))
        yield thing
        # What {% translate %} holds is the message itself.
        inner = () if isinstance(thing, TranslateNode) else held_by(thing)
    else:
        return
    for part in inner:
        yield from parts_of(part, seen)


def held_by(thing):
    """The values of its attributes, kept in a __dict__ or in slots."""
    names = [*getattr(thing, "__dict__", {}), *getattr(type(thing), "__slots__", ())]
    return [getattr(thing, name, None) for name in names]


def message_of(part):
    """The Message that a part of a template asks for, or None."""
    match part:
        case BlockTranslateNode():
            plural = part.render_token_list(part.plural)[0] if part.plural else ""
            return Message(part.render_token_list(part.singular)[0], context_of(part), plural)
        case TranslateNode():
            literal = getattr(part.filter_expression.var, "literal", None)
            # Django doubles the percent sign before it looks a text up.
            return literal and Message(str(literal).replace("%", "%%"), context_of(part))
        case Promise():
            return Message(str(part._args[0]))
    return None


def context_of(node):
    """The context that a tag names, as in {% translate "May" context "month" %}."""
    return str(node.message_context.resolve({})) if node.message_context else ""
