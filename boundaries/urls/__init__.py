"""Addresses of the boundaries pages, one module per noun; those with a fixed first word before the segments."""

from boundaries.urls import evidence, layers, lines, register, simulation

app_name = "boundaries"
urlpatterns = [
    *layers.urlpatterns,
    *register.urlpatterns,
    *lines.urlpatterns,
    *evidence.urlpatterns,
    *simulation.urlpatterns,
]
