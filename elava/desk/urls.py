from django.urls import path

from . import views

urlpatterns = [
    path("desk/", views.desk, name="desk"),
    path("desk/absence/", views.absence, name="absence"),
    path("desk/absence/<uuid:pk>/back/", views.back, name="back_at_desk"),
]
