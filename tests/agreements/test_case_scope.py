"""What each person may read of a case."""

import pytest

from agreements.models import Case, CaseDocument, CaseEvent

pytestmark = pytest.mark.django_db


def kinds(user, case):
    return set(CaseDocument.objects.readable_by(user, case).values_list("kind", flat=True))


def acts(user, case):
    return set(CaseEvent.objects.readable_by(user, case).values_list("arrow", flat=True))


def test_the_initiator_reads_every_paper_and_the_whole_history(cast, play):
    case = play.to("penawaran_terkirim")
    assert kinds(cast.observer, case) >= {"kak", "telaah_tkksd", "surat_penawaran"}
    assert {"mulai", "ajukan_telaah", "lanjutkan", "kirim_penawaran"} <= acts(cast.observer, case)


def test_the_province_reads_what_its_regency_reads(cast, play):
    assert "telaah_tkksd" in kinds(cast.biro, play.to("penawaran_terkirim"))


def test_a_partner_reads_the_offer_and_its_kak_but_never_the_internal_review(cast, play):
    assert kinds(cast.partner, play.to("penawaran_terkirim")) == {"kak", "surat_penawaran"}


def test_a_partner_reads_its_own_letter_before_the_act_that_uses_it(cast, play):
    case = play.to("menunggu_tanggapan")
    play.paper("surat_tanggapan", cast.partner)
    assert "surat_tanggapan" in kinds(cast.partner, case)


def test_a_partner_does_not_read_what_the_initiator_only_prepares(cast, play):
    case = play.to("menunggu_tanggapan")
    play.paper("permintaan_kedua", cast.officer)
    assert "permintaan_kedua" not in kinds(cast.partner, case)
    assert "permintaan_kedua" in kinds(cast.officer, case)


def test_a_partners_history_begins_with_the_offer(cast, play):
    assert acts(cast.partner, play.to("penawaran_terkirim")) == {"kirim_penawaran"}


def test_a_stranger_reads_nothing_even_when_asked_directly(cast, play):
    case = play.to("penawaran_terkirim")
    assert not kinds(cast.stranger, case)
    assert not acts(cast.stranger, case)
    assert not Case.objects.visible_to(cast.stranger).exists()


def test_a_partner_does_not_see_a_case_before_it_was_offered(cast, play):
    play.to("penawaran_disiapkan")
    assert not Case.objects.visible_to(cast.partner).exists()
