"""Address of the door of a session: needs no account."""

from django.urls import path

from meetings.views import check_in

app_name = "checkin"
urlpatterns = [path("hadir/<slug:code>/", check_in.page, name="page")]
