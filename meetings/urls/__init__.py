"""Addresses of the meetings pages, one module per noun; those with a fixed first word before the meetings."""

from meetings.urls import (
    agenda,
    attendance,
    calendar,
    follow_ups,
    invitations,
    meetings,
    minutes,
    plans,
    records,
    reports,
    results,
    room,
    series,
)

app_name = "meetings"
urlpatterns = [
    *calendar.urlpatterns,
    *series.urlpatterns,
    *plans.urlpatterns,
    *follow_ups.urlpatterns,
    *results.urlpatterns,
    *records.urlpatterns,
    *room.urlpatterns,
    *agenda.urlpatterns,
    *invitations.urlpatterns,
    *attendance.urlpatterns,
    *minutes.urlpatterns,
    *reports.urlpatterns,
    *meetings.urlpatterns,
]
