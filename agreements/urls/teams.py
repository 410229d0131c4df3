"""Addresses of the TKKSD, its reviews and recommendations."""

from django.urls import path

from agreements.views import recommendations, reviews, team_reports, teams

urlpatterns = [
    path("tkksd/", teams.team_list, name="team_list"),
    path("tkksd/baru/", teams.team_edit, name="team_new"),
    path("tkksd/<int:pk>/", teams.team, name="team"),
    path("tkksd/<int:pk>/ubah/", teams.team_edit, name="team_edit"),
    path("tkksd/<int:pk>/berkas/", teams.team_file, name="team_file"),
    path("tkksd/<int:pk>/anggota/", teams.team_member, name="member_add"),
    path("tkksd/<int:pk>/anggota/<int:member>/akhiri/", teams.team_member, name="member_end"),
    path("tkksd/laporan/<str:code>/<int:year>/", team_reports.team_report, name="team_report"),
    path(
        "tkksd/laporan/<str:code>/<int:year>/sampaikan/",
        team_reports.team_report_send,
        name="team_report_send",
    ),
    path(
        "tkksd/laporan/<str:code>/<int:year>/surat/",
        team_reports.team_report_letter_file,
        name="team_report_letter",
    ),
    path("<slug:public_id>/telaah/", reviews.reviews, name="reviews"),
    path("<slug:public_id>/telaah/tugaskan/", reviews.review_assign, name="review_assign"),
    path("<slug:public_id>/telaah/hasil/", reviews.review_result, name="review_result"),
    path("<slug:public_id>/telaah/<int:pk>/", reviews.review, name="review"),
    path("<slug:public_id>/telaah/<int:pk>/tarik/", reviews.review_withdraw, name="review_withdraw"),
    path("naskah/<slug:public_id>/rekomendasi/", recommendations.recommendations, name="recommendations"),
    path(
        "naskah/<slug:public_id>/rekomendasi/<int:pk>/surat/",
        recommendations.recommendation_letter_file,
        name="recommendation_letter",
    ),
]
