"""Addresses of the meetings pages, one module per noun; those with a fixed first word before the meetings."""

<<<<<<< HEAD
from meetings.urls import invitations, meetings

app_name = "meetings"
urlpatterns = [*invitations.urlpatterns, *meetings.urlpatterns]
=======
from meetings.urls import calendar, meetings, plans, series

app_name = "meetings"
urlpatterns = [
    *calendar.urlpatterns,
    *series.urlpatterns,
    *plans.urlpatterns,
    *meetings.urlpatterns,
]
>>>>>>> fix-life
