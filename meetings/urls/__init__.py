"""Addresses of the meetings pages, one module per noun; those with a fixed first word before the meetings."""

from meetings.urls import calendar, meetings, plans, records, room, series

app_name = "meetings"
urlpatterns = [
    *calendar.urlpatterns,
    *series.urlpatterns,
    *plans.urlpatterns,
    *records.urlpatterns,
    *room.urlpatterns,
    *meetings.urlpatterns,
]
