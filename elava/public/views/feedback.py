from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from elava.foundation.access import require
from elava.foundation.limits import limited
from elava.foundation.once import once
from elava.public import actions
from elava.public.forms import FeedbackAnswerForm, FeedbackForm
from elava.public.models import Feedback
from elava.public.rules import may_answer_feedback


@limited("report")
@once
def feedback(request):
    """Somebody tells what they could not use here."""
    form = FeedbackForm(request.POST or None)
    if form.is_valid():
        actions.give_feedback(by=request.person, **form.cleaned_data)
        return redirect("feedback_given")
    return render(request, "public/feedback.html", {"form": form})


@never_cache
@require_GET
def feedback_given(request):
    """Thanks, and the day by which the answer comes."""
    return render(request, "public/feedback_given.html", {"days": Feedback.DAYS})


@once
def answer_feedback(request, pk):
    """The desk notes what it answered."""
    require(may_answer_feedback, request.person)
    found = get_object_or_404(Feedback.objects.seen_by(request.person), pk=pk)
    form = FeedbackAnswerForm(request.POST or None)
    if form.is_valid():
        actions.answer_feedback(found, by=request.person, **form.cleaned_data)
        return redirect("desk")
    return render(request, "public/answer_feedback.html", {"feedback": found, "form": form})
