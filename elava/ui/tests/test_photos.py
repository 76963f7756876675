from elava.ui.forms import Form, PhotoField
from tests.given.files import a_photo, an_upload


class Asking(Form):
    photo = PhotoField(required=False)


def test_a_photo_field_gives_back_what_is_no_picture_with_a_sentence():
    form = Asking({}, {"photo": an_upload(b"<svg/>", "kuva.svg", "image/svg+xml")})
    assert not form.is_valid()
    assert "JPEG" in str(form.errors["photo"])


def test_a_photo_field_opens_the_photo_at_once():
    form = Asking({}, {"photo": a_photo()})
    assert form.is_valid()
    assert form.cleaned_data["photo"].sent.width == 60


def test_a_photo_that_need_not_be_sent_may_be_left_out():
    form = Asking({}, {})
    assert form.is_valid()
    assert 'accept="image/jpeg' in str(form["photo"])
