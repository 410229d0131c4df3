"""Addresses of cases, their papers and acts."""

from django.urls import path

from agreements.views import acts, cases, papers, partners, proposal, similar

urlpatterns = [
    path("", cases.case_list, name="case_list"),
    path("serupa/", similar.similar, name="similar"),
    path("baru/", proposal.case_new, name="case_new"),
    path("mitra/baru/", partners.partner_new, name="partner_new"),
    path("mitra/<int:pk>/", partners.partner_edit, name="partner_edit"),
    path("mitra/<int:pk>/logo/", partners.partner_logo, name="partner_logo"),
    path("<slug:public_id>/", cases.case, name="case"),
    path("<slug:public_id>/usulan/<slug:step>/", proposal.proposal, name="proposal"),
    path("<slug:public_id>/pihak/tambah/", proposal.party_add, name="party_add"),
    path("<slug:public_id>/pihak/<int:pk>/hapus/", proposal.party_remove, name="party_remove"),
    path("<slug:public_id>/dokumen/<slug:kind>/", papers.paper, name="paper"),
    path("<slug:public_id>/dokumen/<slug:kind>/format/", papers.paper_template, name="paper_template"),
    path("<slug:public_id>/dokumen/<slug:kind>/<int:revision>/berkas/", papers.paper_file, name="paper_file"),
    path("<slug:public_id>/tindakan/<slug:code>/", acts.act, name="act"),
    path("<slug:public_id>/tindakan/<slug:code>/surat/<slug:kind>/", acts.act_letter, name="act_letter"),
]
