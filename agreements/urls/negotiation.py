"""Addresses of the negotiation table; those of guests carry no number and no name."""

from django.urls import path

from agreements.views import guests, negotiation

TABLE = "naskah/<slug:public_id>/pembahasan/"
CLAUSE = f"{TABLE}pasal/<slug:clause>/"

urlpatterns = [
    path(TABLE, negotiation.negotiation, name="negotiation"),
    path(CLAUSE, negotiation.negotiation_clause, name="negotiation_clause"),
    path(f"{CLAUSE}komentar/", negotiation.negotiation_comment, name="negotiation_comment"),
    path(f"{TABLE}berita-acara/", negotiation.negotiation_minutes_paper, name="negotiation_minutes"),
    path(f"{TABLE}tamu/", negotiation.guest_links, name="guest_links"),
    path(f"{TABLE}tamu/<int:pk>/cabut/", negotiation.guest_link_revoke, name="guest_link_revoke"),
    path("tamu/meja/", guests.guest_table, name="guest_table"),
    path("tamu/meja/pasal/<slug:clause>/", guests.guest_clause, name="guest_clause"),
    path("tamu/meja/pasal/<slug:clause>/komentar/", guests.guest_clause_comment, name="guest_clause_comment"),
    path("tamu/<slug:token>/", guests.guest_enter, name="guest_enter"),
]
