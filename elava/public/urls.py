from django.urls import path

from . import views
from .views import pages

ON_PAGE = "desk/programme/pages/<slug:what>/<uuid:pk>"

urlpatterns = [
    path("", views.home, name="home"),
    path("threads/", views.threads, name="threads"),
    path("threads/<uuid:pk>/", views.thread, name="thread"),
    path("about/", views.about, name="about"),
    path("about/<slug:slug>/", views.page, name="page"),
    path("help/", views.help_and_contact, name="help"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("accessibility/feedback/", views.feedback, name="feedback"),
    path("accessibility/feedback/thanks/", views.feedback_given, name="feedback_given"),
    path("accessibility/feedback/<uuid:pk>/", views.answer_feedback, name="answer_feedback"),
    path("desk/programme/", views.frame, name="frame"),
    path("desk/programme/languages/", views.change_languages, name="change_languages"),
    path("desk/programme/about/<slug:part>/", views.change_part, name="change_programme"),
    path("desk/programme/pages/", pages.own_pages, name="own_pages"),
    path("desk/programme/pages/write/", pages.write, name="write_page"),
    path("desk/programme/pages/<uuid:pk>/", pages.own_page, name="own_page"),
    path("desk/programme/pages/<uuid:pk>/words/", pages.change, name="change_page"),
    path("desk/programme/pages/<uuid:pk>/turn/", pages.turn, name="turn_page"),
    path("desk/programme/pages/<uuid:pk>/<slug:what>/", pages.add, name="add_to_page"),
    path(f"{ON_PAGE}/change/", pages.change_row, name="change_on_page"),
    path(f"{ON_PAGE}/remove/", pages.remove_row, name="take_off_page"),
    path("desk/programme/<slug:noun>/", views.rows, name="frame_rows"),
    path("desk/programme/<slug:noun>/add/", views.add_row, name="add_frame_row"),
    path("desk/programme/<slug:noun>/<uuid:pk>/", views.change_row, name="change_frame_row"),
    path("desk/programme/<slug:noun>/<uuid:pk>/picture/", views.picture, name="frame_picture"),
    path("desk/programme/<slug:noun>/<uuid:pk>/remove/", views.remove_row, name="remove_frame_row"),
    path("banner/", views.banner, name="banner"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("health/", views.health, name="health"),
]
