"""Addresses of documents, berita acara, terms, facilitations and letters of a segment, and of the Tim PBD."""

from django.urls import path

from boundaries.urls import codes  # noqa: F401  registers segment_codes
from boundaries.views import events, letters, minutes, papers, signers, teams, terms

_S = "<segment_codes:slug>"
_BA = f"{_S}/berita-acara/<int:pk>"

urlpatterns = [
    path("tim-pbd/", teams.teams, name="teams"),
    path("tim-pbd/baru/", teams.team_edit, name="team_new"),
    path("tim-pbd/<int:pk>/", teams.team, name="team"),
    path("tim-pbd/<int:pk>/ubah/", teams.team_edit, name="team_edit"),
    path("tim-pbd/<int:pk>/anggota/", teams.member_new, name="team_member"),
    path("tim-pbd/<int:pk>/anggota/<int:member>/akhiri/", teams.member_end, name="team_member_end"),
    path("tim-pbd/<int:pk>/keputusan/", teams.team_file, name="team_file"),
    path("ketentuan/", terms.terms, name="terms"),
    path("ketentuan/baru/", terms.term_edit, name="term_new"),
    path("ketentuan/<int:pk>/", terms.term_edit, name="term_edit"),
    path(f"{_S}/berkas/", papers.papers, name="papers"),
    path(f"{_S}/berkas/tambah/", papers.paper_new, name="paper_new"),
    path(f"{_S}/berkas/<int:pk>/unduh/", papers.paper_file, name="paper_file"),
    path(f"{_S}/berkas/<int:pk>/tarik/", papers.paper_drop, name="paper_drop"),
    path(f"{_S}/berkas/tidak-ada/<slug:item>/", papers.paper_missing, name="paper_missing"),
    path(f"{_S}/berkas/tidak-ada/<slug:item>/<str:region>/", papers.paper_missing, name="paper_missing_of"),
    path(f"{_S}/berita-acara/baru/", minutes.minutes_new, name="minutes_new"),
    path(f"{_BA}/", minutes.minutes, name="minutes"),
    path(f"{_BA}/ubah/", minutes.minutes_edit, name="minutes_edit"),
    path(f"{_BA}/nomor/", minutes.minutes_number, name="minutes_number"),
    path(f"{_BA}/susun-ulang/", minutes.minutes_rearrange, name="minutes_rearrange"),
    path(f"{_BA}/langkah/<slug:step>/", minutes.minutes_step, name="minutes_step"),
    path(f"{_BA}/cetak/", minutes.minutes_print, name="minutes_print"),
    path(f"{_BA}/turut-serta/", signers.witness, name="minutes_witness"),
    path(f"{_BA}/penanda-tangan/<int:signer>/", signers.signature, name="minutes_signature"),
    path(f"{_BA}/penanda-tangan/<int:signer>/menolak/", signers.refusal, name="minutes_refusal"),
    path(f"{_BA}/penanda-tangan/<int:signer>/pindaian/", signers.signer_file, name="minutes_scan"),
    path(f"{_S}/tenggat/", terms.terms_of, name="terms_of"),
    path(f"{_S}/tenggat/catat/", events.event_new, name="event_new"),
    path(f"{_S}/tenggat/<int:pk>/jawab/", events.event_answer, name="event_answer"),
    path(f"{_S}/tenggat/<int:pk>/selesai/", events.event_close, name="event_close"),
    path(f"{_S}/kehadiran/", events.attendance, name="attendance"),
    path(f"{_S}/dianggap-menyetujui/", events.consent, name="consent"),
    path(f"{_S}/dianggap-menyetujui/<int:pk>/tarik/", events.consent_drop, name="consent_drop"),
    path(f"{_S}/surat/baru/<slug:kind>/", letters.letter_new, name="letter_new"),
    path(f"{_S}/surat/<int:pk>/", letters.letter, name="letter"),
    path(f"{_S}/surat/<int:pk>/ubah/", letters.letter_edit, name="letter_edit"),
    path(f"{_S}/surat/<int:pk>/nomor/", letters.letter_issue, name="letter_issue"),
    path(f"{_S}/surat/<int:pk>/cetak/", letters.letter_print, name="letter_print"),
]
