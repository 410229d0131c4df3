"""Addresses of the mapping pages, one module per noun; those with a fixed first word before the periods."""

from ksd.mapping.urls import periods, reading

app_name = "mapping"
urlpatterns = [*reading.urlpatterns, *periods.urlpatterns]
