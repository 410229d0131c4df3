"""Addresses of the meetings pages, one module per noun; those with a fixed first word before the meetings."""

from meetings.urls import meetings

app_name = "meetings"
urlpatterns = [*meetings.urlpatterns]
