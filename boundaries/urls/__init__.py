"""Addresses of the boundaries pages, one module per noun; those with a fixed first word before the segments."""

from boundaries.urls import evidence, layers, register, simulation

app_name = "boundaries"
urlpatterns = [
    *layers.urlpatterns,
    *register.urlpatterns,
    *evidence.urlpatterns,
    *simulation.urlpatterns,
]
