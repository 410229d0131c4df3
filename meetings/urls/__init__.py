"""Addresses of the meetings pages, one module per noun; those with a fixed first word before the meetings."""

from meetings.urls import attendance, calendar, invitations, meetings, plans, series

app_name = "meetings"
urlpatterns = [
    *calendar.urlpatterns,
    *series.urlpatterns,
    *plans.urlpatterns,
    *invitations.urlpatterns,
    *attendance.urlpatterns,
    *meetings.urlpatterns,
]
