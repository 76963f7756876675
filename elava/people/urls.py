from django.urls import path

from . import views

urlpatterns = [path("files/<uuid:pk>/<slug:size>/", views.file, name="file")]
