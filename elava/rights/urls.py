from django.urls import path

from .views import desk, own_page, ways

urlpatterns = [
    path("me/", own_page.me, name="me"),
    path("me/change/", own_page.change, name="change_me"),
    path("me/everything/", own_page.everything, name="everything_about_me"),
    path("me/take-along/", own_page.take, name="take_along"),
    path("me/take-along/parcel/", own_page.parcel, name="parcel"),
    path("me/forget/", own_page.forget_me, name="forget_me"),
    path("me/forget/keep/", own_page.keep_me, name="keep_me"),
    path("me/forgotten/", own_page.forgotten, name="forgotten"),
    path("me/slips/", ways.take_slip, name="take_slip"),
    path("me/ways/new/", ways.add, name="add_way"),
    path("me/ways/<uuid:pk>/stop/", ways.stop, name="stop_way"),
    path("me/consents/<slug:purpose>/take-back/", ways.take_back, name="take_back_consent"),
    path("number/reach/", ways.reach, name="reach_slip"),
    path("ways/<uuid:pk>/<str:secret>/", ways.by_link, name="contact_way"),
    path("desk/requests/", desk.requests, name="data_requests"),
    path("desk/requests/new/<slug:what>/<uuid:pk>/", desk.new, name="new_data_request"),
    path("desk/requests/<uuid:pk>/", desk.one, name="data_request"),
    path("desk/requests/<uuid:pk>/parcel/", desk.parcel, name="request_parcel"),
    path("desk/requests/<uuid:pk>/take-back/", desk.take_back, name="take_back_request"),
]
