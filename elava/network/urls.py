from django.urls import path

from . import views

urlpatterns = [
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/add/", views.add_organisation, name="add_organisation"),
    path("organisations/<slug:slug>/", views.organisation, name="organisation"),
    path(
        "organisations/<slug:slug>/change/", views.change_organisation, name="change_organisation"
    ),
    path("groups/", views.groups, name="groups"),
    path("groups/add/", views.add_group, name="add_group"),
    path("groups/<slug:slug>/", views.group, name="group"),
    path("groups/<slug:slug>/change/", views.change_group, name="change_group"),
    path("groups/<slug:slug>/join/", views.join_group, name="join_group"),
    path("groups/seats/<uuid:pk>/end/", views.end_seat, name="end_seat"),
    path("bodies/", views.bodies, name="bodies"),
    path("bodies/add/", views.add_body, name="add_body"),
    path("bodies/<slug:slug>/", views.body, name="body"),
    path("bodies/<slug:slug>/change/", views.change_body, name="change_body"),
    path("bodies/<slug:slug>/money/", views.move_purse, name="move_purse"),
    path("directory/", views.directory, name="directory"),
    path("directory/<uuid:pk>/", views.roles, name="roles"),
    path("directory/<uuid:pk>/add/", views.add_role, name="add_role"),
    path("directory/roles/<uuid:pk>/end/", views.end_role, name="end_role"),
]
