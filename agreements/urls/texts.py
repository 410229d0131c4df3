"""Addresses of naskah and the clause library."""

from django.urls import path

from agreements.views import agreeing, clauses, editing, naskah, print, repairing, signing

TEXT = "naskah/<slug:public_id>/"
CLAUSE = "pustaka-klausul/<slug:kind>/<slug:family>/<slug:code>/"

urlpatterns = [
    path("pustaka-klausul/", clauses.clause_list, name="clause_list"),
    path(CLAUSE, clauses.clause, name="clause"),
    path(f"{CLAUSE}ubah/", clauses.clause_edit, name="clause_edit"),
    path(TEXT, naskah.naskah, name="naskah"),
    path(f"{TEXT}versi/<int:number>/", naskah.naskah_version, name="naskah_version"),
    path(f"{TEXT}versi/<int:number>/teks/", naskah.naskah_words, name="naskah_words"),
    path(f"{TEXT}pdf/", naskah.naskah_pdf, name="naskah_pdf"),
    path(f"{TEXT}berkas/<uuid:job>/", naskah.naskah_file, name="naskah_file"),
    path(f"{TEXT}cetak/", print.naskah_print, name="naskah_print"),
    path(f"{TEXT}lambang/<uuid:stored>/", print.naskah_emblem, name="naskah_emblem"),
    path(f"{TEXT}sunting/", editing.naskah_edit, name="naskah_edit"),
    path(f"{TEXT}sunting/data/", editing.naskah_frame, name="naskah_frame"),
    path(f"{TEXT}sunting/bagian/<slug:part>/", editing.naskah_part, name="naskah_part"),
    path(f"{TEXT}sunting/pasal/tambah/", editing.naskah_pasal_add, name="naskah_pasal_add"),
    path(f"{TEXT}sunting/pasal/<slug:clause>/geser/", editing.naskah_pasal_move, name="naskah_pasal_move"),
    path(
        f"{TEXT}sunting/pasal/<slug:clause>/hapus/", editing.naskah_pasal_remove, name="naskah_pasal_remove"
    ),
    path(f"{TEXT}sunting/lampiran/tambah/", editing.naskah_annex_add, name="naskah_annex_add"),
    path(
        f"{TEXT}sunting/lampiran/<int:number>/hapus/", editing.naskah_annex_remove, name="naskah_annex_remove"
    ),
    path(f"{TEXT}temuan/<slug:key>/perbaiki/", repairing.finding_repair, name="finding_repair"),
    path(f"{TEXT}bagikan/", agreeing.naskah_share, name="naskah_share"),
    path(f"{TEXT}setujui/<int:order>/", agreeing.naskah_approve, name="naskah_approve"),
    path(f"{TEXT}kembalikan/<int:order>/", agreeing.naskah_return, name="naskah_return"),
    path(f"{TEXT}buka-kembali/", agreeing.naskah_reopen, name="naskah_reopen"),
    path(f"{TEXT}batalkan/", agreeing.naskah_cancel, name="naskah_cancel"),
    path(f"{TEXT}penanda-tangan/<int:order>/", signing.naskah_signer, name="naskah_signer"),
    path(f"{TEXT}tanda-tangan/<int:order>/", signing.naskah_sign, name="naskah_sign"),
    path(f"{TEXT}tanda-tangan/<int:order>/salinan/", signing.signed_copy, name="signed_copy"),
    path(f"{TEXT}tanda-tangan/<int:order>/salinan/unggah/", signing.signed_copy_add, name="signed_copy_add"),
    path("<slug:public_id>/naskah/baru/<slug:kind>/", naskah.naskah_new, name="naskah_new"),
]
