from django import template
from django.utils.html import format_html

from elava.foundation.once import KEY, fresh_key

register = template.Library()


@register.simple_tag(takes_context=True)
def once_key(context):
    """The hidden key of a writing form: a new one, or the posted one when a form comes back."""
    request = context["request"]
    posted = request.POST.get("once_key", "")
    key = posted if KEY.fullmatch(posted) and not context.get("new_key") else fresh_key()
    return format_html('<input type="hidden" name="once_key" value="{}">', key)
