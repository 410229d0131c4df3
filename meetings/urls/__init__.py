"""Addresses of the meetings pages, one module per noun; those with a fixed first word before the meetings."""

from meetings.urls import meetings, records, room

app_name = "meetings"
urlpatterns = [*records.urlpatterns, *room.urlpatterns, *meetings.urlpatterns]
