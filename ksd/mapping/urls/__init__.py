"""Addresses of the mapping pages, one module per noun; those with a fixed first word before the periods."""

from ksd.mapping.urls import cases, consolidation, matches, outputs, periods, rows, sheets, triage

app_name = "mapping"
urlpatterns = [
    *matches.urlpatterns,
    *rows.urlpatterns,
    *triage.urlpatterns,
    *cases.urlpatterns,
    *consolidation.urlpatterns,
    *sheets.urlpatterns,
    *outputs.urlpatterns,
    *periods.urlpatterns,
]
