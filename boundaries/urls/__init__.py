"""Addresses of the boundaries pages, one module per noun; those with a fixed first word before the segments."""

from boundaries.urls import annexes, register

app_name = "boundaries"
urlpatterns = [
    *register.urlpatterns,
    *annexes.urlpatterns,
]
