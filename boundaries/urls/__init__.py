"""Addresses of the boundaries pages, one module per noun; those with a fixed first word before the segments."""

from boundaries.urls import (
    affirmation,
    annexes,
    evidence,
    exchange,
    layers,
    legs,
    lines,
    maps,
    points,
    register,
    regulations,
    rounds,
    simulation,
)

app_name = "boundaries"
urlpatterns = [
    *affirmation.urlpatterns,
    *register.urlpatterns,
    *legs.urlpatterns,
    *regulations.urlpatterns,
    *rounds.urlpatterns,
    *points.urlpatterns,
    *layers.urlpatterns,
    *lines.urlpatterns,
    *evidence.urlpatterns,
    *simulation.urlpatterns,
    *exchange.urlpatterns,
    *annexes.urlpatterns,
    *maps.urlpatterns,
]
