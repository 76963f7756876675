from django.urls import path

from .views import cockpit, handovers, meetings, minutes, papers, preparing

MEETING = "meetings/<uuid:pk>/"

urlpatterns = [
    path("meetings/", meetings.meetings, name="meetings"),
    path("meetings/new/", preparing.call, name="call_meeting"),
    path(MEETING, meetings.meeting, name="meeting"),
    path(f"{MEETING}change/", preparing.change, name="change_meeting"),
    path(f"{MEETING}call-off/", preparing.call_off, name="call_off_meeting"),
    path(f"{MEETING}agenda/", preparing.agenda, name="agenda"),
    path(f"{MEETING}agenda/sort/", preparing.sort_agenda, name="sort_agenda"),
    path(f"{MEETING}agenda/add/", preparing.add_to_agenda, name="add_to_agenda"),
    path(f"{MEETING}attendance/", preparing.attendance, name="attendance"),
    path(f"{MEETING}pack/", papers.pack, name="meeting_pack"),
    path(f"{MEETING}extract/", papers.extract_print, name="extract_print"),
    path(f"{MEETING}extract.pdf", papers.extract_pdf, name="extract_pdf"),
    path(f"{MEETING}projector/", papers.projector, name="projector"),
    path(f"{MEETING}items/<uuid:item_pk>/", cockpit.item, name="item"),
    path(f"{MEETING}items/<uuid:item_pk>/take-up/", cockpit.take_up, name="take_up"),
    path(f"{MEETING}items/<uuid:item_pk>/interests/", cockpit.interests, name="interests"),
    path(f"{MEETING}items/<uuid:item_pk>/next-time/", cockpit.postpone, name="postpone"),
    path(f"{MEETING}undo/", cockpit.undo, name="undo_last"),
    path(f"{MEETING}read-back/", cockpit.read_back, name="read_back"),
    path(f"{MEETING}reopen/", cockpit.reopen, name="reopen_meeting"),
    path(f"{MEETING}minutes/", minutes.minutes, name="minutes"),
    path(f"{MEETING}minutes/print/", papers.minutes_print, name="minutes_print"),
    path(f"{MEETING}minutes.pdf", papers.minutes_pdf, name="minutes_pdf"),
    path(f"{MEETING}minutes/check/", minutes.check, name="check_minutes"),
    path(f"{MEETING}minutes/correct/", minutes.correct, name="correct_minutes"),
    path(f"{MEETING}minutes/sign/", minutes.sign, name="sign_minutes"),
    path(f"{MEETING}minutes/publish/", minutes.publish, name="publish_extract"),
    path("handovers/", handovers.handovers, name="handovers"),
    path("handovers/new/", handovers.new, name="new_handover"),
    path("handovers/open/<str:secret>/", handovers.open_link, name="open_handover"),
    path("handovers/<uuid:pk>/", handovers.handover, name="handover"),
    path("handovers/<uuid:pk>/answer/", handovers.answer, name="answer_handover"),
    path("handovers/<uuid:pk>/link/", handovers.renew, name="renew_handover_link"),
    path("handovers/<uuid:pk>/take-back/", handovers.take_back, name="take_back_handover"),
]
