from django.urls import path, re_path

from .views import carrying, challenges, room, wall, workshops

urlpatterns = [
    path("workshops/", workshops.workshops, name="workshops"),
    path("workshops/new/", workshops.new_workshop, name="new_workshop"),
    path("workshops/<uuid:pk>/", workshops.workshop, name="workshop"),
    path("workshops/<uuid:pk>/change/", workshops.change_workshop, name="change_workshop"),
    path("workshops/<uuid:pk>/room/", room.room, name="workshop_room"),
    path("workshops/<uuid:pk>/room/open/", room.open_wall, name="open_wall"),
    path("workshops/<uuid:pk>/room/close/", room.close_wall, name="close_wall"),
    path("workshops/<uuid:pk>/room/count/", room.count, name="count_heads"),
    path("workshops/<uuid:pk>/room/paper/", room.paper, name="type_in_notes"),
    path("workshops/<uuid:pk>/room/choose/", room.choose, name="choose_notes"),
    path("workshops/<uuid:pk>/wall/", wall.wall, name="wall"),
    path("workshops/<uuid:pk>/sign/", wall.sign, name="wall_sign"),
    path("workshops/<uuid:pk>/sheet/", room.wall_sheet, name="wall_sheet"),
    path("workshops/notes/<uuid:pk>/hide/", room.hide_note, name="hide_note"),
    path("wall/", wall.find_wall, name="find_wall"),
    re_path(r"^wall/(?P<code>\d{5})/$", wall.add_note, name="add_note"),
    path("goals/", challenges.goals, name="goals"),
    path("challenges/", challenges.challenges, name="challenges"),
    path("challenges/new/", carrying.new_challenge, name="new_challenge"),
    path("challenges/<uuid:pk>/", challenges.challenge, name="challenge"),
    path("challenges/<uuid:pk>/reword/", carrying.reword, name="reword_challenge"),
    path("challenges/<uuid:pk>/confirm/", carrying.confirm, name="confirm_challenge"),
    path("challenges/<uuid:pk>/review/", carrying.review, name="review_challenge"),
    path("challenges/<uuid:pk>/archive/", carrying.archive, name="archive_challenge"),
    re_path(
        r"^challenges/(?P<pk>[0-9a-f-]{36})/(?P<name>open|take_up)/$",
        carrying.step,
        name="move_challenge",
    ),
]
