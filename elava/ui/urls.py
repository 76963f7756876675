"""The gallery of components."""

from django.urls import path

from elava.ui import views

app_name = "ui"
urlpatterns = [
    path("gallery/", views.gallery, name="gallery"),
    path("gallery/<slug:part>/", views.gallery, name="gallery_part"),
]
