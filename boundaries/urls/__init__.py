"""Addresses of the boundaries pages, one module per noun; those with a fixed first word before the segments."""

from boundaries.urls import exchange, register

app_name = "boundaries"
urlpatterns = [
    *exchange.urlpatterns,
    *register.urlpatterns,
]
