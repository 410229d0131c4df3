"""Addresses of the boundaries pages, one module per noun; those with a fixed first word before the segments."""

from boundaries.urls import maps, register

app_name = "boundaries"
urlpatterns = [
    *maps.urlpatterns,
    *register.urlpatterns,
]
