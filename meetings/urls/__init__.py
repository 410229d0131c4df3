"""Addresses of the meetings pages, one module per noun; those with a fixed first word before the meetings."""

from meetings.urls import calendar, invitations, meetings, plans, series

app_name = "meetings"
urlpatterns = [
    *calendar.urlpatterns,
    *series.urlpatterns,
    *plans.urlpatterns,
    *invitations.urlpatterns,
    *meetings.urlpatterns,
]
