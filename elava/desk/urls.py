from django.urls import path

from .views import cards, desk

urlpatterns = [
    path("desk/", desk.desk, name="desk"),
    path("desk/absence/", desk.absence, name="absence"),
    path("desk/absence/<uuid:pk>/back/", desk.back, name="back_at_desk"),
    path("desk/entry/cards/", cards.cards, name="cards"),
    path("desk/entry/cards/slips/", cards.slips, name="card_slips"),
]
