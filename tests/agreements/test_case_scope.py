"""What each person may read of a case."""

import pytest

from agreements.models import CaseDocument, CaseEvent
from tests.agreements import stories

pytestmark = pytest.mark.django_db


def kinds(user, case):
    return set(CaseDocument.objects.readable_by(user, case).values_list("kind", flat=True))


def acts(user, case):
    return set(CaseEvent.objects.readable_by(user, case).values_list("arrow", flat=True))


def test_the_initiator_reads_every_paper_and_the_whole_history(cast):
    case = stories.offered(cast)
    assert kinds(cast.observer, case) == {"kak", "telaah_tkksd", "surat_penawaran"}
    assert {"mulai", "ajukan_telaah", "lanjutkan", "kirim_penawaran"} <= acts(cast.observer, case)


def test_the_province_reads_what_its_regency_reads(cast):
    case = stories.offered(cast)
    assert "telaah_tkksd" in kinds(cast.biro, case)


def test_a_partner_reads_the_offer_and_its_kak_but_never_the_internal_review(cast):
    case = stories.offered(cast)
    assert kinds(cast.partner, case) == {"kak", "surat_penawaran"}


def test_a_partner_reads_its_own_letter_before_the_act_that_uses_it(cast):
    case = stories.received(cast)
    stories.write_paper(case, cast.partner, "surat_tanggapan")
    assert "surat_tanggapan" in kinds(cast.partner, case)


def test_a_partner_does_not_read_what_the_initiator_only_prepares(cast):
    case = stories.received(cast)
    case = stories.at_state(case, "tanggapan_kedua")
    stories.write_paper(case, cast.officer, "laporan_tidak_menjawab")
    assert "laporan_tidak_menjawab" not in kinds(cast.partner, case)


def test_a_partners_history_begins_with_the_offer(cast):
    case = stories.offered(cast)
    assert acts(cast.partner, case) == {"kirim_penawaran"}


def test_a_stranger_reads_nothing_even_when_asked_directly(cast):
    case = stories.offered(cast)
    assert not kinds(cast.stranger, case)
    assert not acts(cast.stranger, case)
    assert not type(case).objects.visible_to(cast.stranger).filter(pk=case.pk).exists()
