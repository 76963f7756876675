"""What a story can begin with: the models whose rows open threads."""

_models = []


def threads_begin_with(model):
    """Declare a model whose rows open threads; its querysets have `seen_by(person)`."""
    _models.append(model)


def rows_seen_by(person):
    """For each model that opens threads, the rows that this person may see."""
    return [model.objects.seen_by(person) for model in _models]
