"""Addresses that need no account: the links of invitations."""

from django.urls import path

from meetings.views import rsvp

app_name = "rsvp"
urlpatterns = [
    path("undangan/<slug:token>/", rsvp.answer, name="answer"),
    path("undangan/<slug:token>/rapat.ics", rsvp.entry, name="entry"),
]
