"""Addresses of the meetings pages, one module per noun; those with a fixed first word before the meetings."""

from meetings.urls import invitations, meetings

app_name = "meetings"
urlpatterns = [*invitations.urlpatterns, *meetings.urlpatterns]
