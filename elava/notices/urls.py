from django.urls import path

from . import views

urlpatterns = [
    path("desk/messages/", views.messages, name="messages"),
    path("desk/messages/<uuid:pk>/", views.message, name="message"),
    path("desk/messages/<uuid:pk>/stop/", views.stop, name="stop_message"),
    path("desk/messages/<uuid:pk>/again/", views.again, name="send_message_again"),
    path("desk/messages/<uuid:pk>/delivered/", views.delivered, name="message_delivered"),
]
