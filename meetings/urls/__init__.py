"""Addresses of the meetings pages, one module per noun; those with a fixed first word before the meetings."""

from meetings.urls import agenda, meetings

app_name = "meetings"
urlpatterns = [*agenda.urlpatterns, *meetings.urlpatterns]
