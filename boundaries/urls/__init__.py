"""Addresses of the boundaries pages, one module per noun; those with a fixed first word before the segments."""

from boundaries.urls import affirmation, legs, register, regulations, rounds

app_name = "boundaries"
urlpatterns = [
    *affirmation.urlpatterns,
    *register.urlpatterns,
    *legs.urlpatterns,
    *regulations.urlpatterns,
    *rounds.urlpatterns,
]
