import pytest


def pytest_collection_modifyitems(items):
    """A journey needs a browser, and real commits that the server's thread can see."""
    for item in items:
        if item.path.parent.name == "journeys":
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def javascript(request):
    """Each journey that asks for this is walked twice."""
    return request.param
