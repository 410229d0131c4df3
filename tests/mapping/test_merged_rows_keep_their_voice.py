"""Of two rows that say the same one is kept; the other stays readable and comes back until the period is agreed."""

import pytest

from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from ksd.deadlines.models import Notice
from ksd.mapping.models import MappingRow
from ksd.mapping.services.merging import merge_rows, set_apart, unmerge_row
from tests.mapping.rows import period, row
from tests.mapping.triage_rows import judged, post

WHY = "Pokoknya sama."


@pytest.fixture
def opened(cast):
    return period(cast.biro, cast.kaltim, cast.kukar, cast.kubar)


@pytest.fixture
def keep(cast, opened):
    return row(cast.officer, opened, cast.kukar, title="Rumah sakit rujukan contoh")


@pytest.fixture
def other(cast, opened):
    return row(cast.partner, opened, cast.kubar, title="Rumah sakit rujukan bersama contoh")


def merge(actor, keep, other, **facts):
    merge_rows(**{"actor": actor, "keep": keep, "merged": other, "reason": WHY} | facts)
    other.refresh_from_db()


def test_a_merged_row_stays_readable_and_no_longer_counts(cast, keep, other):
    merge(cast.biro, keep, other)
    assert (other.state, other.merged_into) == ("digabung", keep)
    assert MappingRow.objects.counted().get() == keep
    for user in (cast.officer, cast.partner, cast.biro):
        assert other in MappingRow.objects.visible_to(user)
    assert other.events.first().label.startswith("Digabung ke “Rumah sakit rujukan contoh”")
    assert "Menampung" in keep.events.first().label
    assert Notice.objects.filter(user=cast.partner, title__contains="digabung").exists()


def test_its_verdict_and_its_words_remain(cast, keep, other):
    judged(cast.biro, other, "sinergi", answers={})
    merge(cast.biro, keep, other)
    assert (other.triage.verdict, other.title) == ("sinergi", "Rumah sakit rujukan bersama contoh")


def test_undone_it_speaks_for_itself_again(cast, keep, other):
    merge(cast.biro, keep, other)
    unmerge_row(actor=cast.head, row=other, reason="Ternyata berbeda lokasinya.")
    other.refresh_from_db()
    assert (other.state, other.merged_into) == ("dikirim", None)
    assert other.events.first().reason == "Ternyata berbeda lokasinya."
    with pytest.raises(ImpossibleStep, match="tidak sedang digabung"):
        unmerge_row(actor=cast.biro, row=other, reason=WHY)


def test_who_comes_second_is_told_who_merged_it(cast, keep, other):
    merge(cast.biro, keep, other)
    with pytest.raises(ImpossibleStep, match=f"sudah digabung ke .* oleh {cast.biro.get_full_name()}"):
        merge_rows(actor=cast.head, keep=keep, merged=other, reason=WHY)
    with pytest.raises(ImpossibleStep, match="sudah digabung"):
        merge_rows(actor=cast.head, keep=other, merged=keep, reason=WHY)
    with pytest.raises(ImpossibleStep, match="sudah digabung"):
        set_apart(actor=cast.head, one=keep, other=other)


def test_a_row_reworded_meanwhile_is_read_again_first(cast, keep, other):
    with pytest.raises(StaleForm, match="setelah Anda membandingkannya"):
        merge(cast.biro, keep, other, seen=(0, 5))


def test_a_row_that_holds_others_is_kept_or_let_go_first(cast, opened, keep, other):
    third = row(cast.partner, opened, cast.kubar)
    merge(cast.biro, keep, other)
    with pytest.raises(ImpossibleStep, match="sudah menampung"):
        merge(cast.biro, third, keep)


@pytest.mark.parametrize(
    ("facts", "message"), [({"kind": "potensi"}, "calon pasangan"), ({"state": "ditarik"}, "tidak dibahas")]
)
def test_only_two_sent_rows_of_one_side_are_one_matter(cast, keep, other, facts, message):
    MappingRow.objects.filter(pk=other.pk).update(**facts)
    with pytest.raises(DomainError, match=message):
        merge(cast.biro, keep, other)


def test_a_row_is_not_merged_with_itself_nor_across_periods_nor_without_reason(cast, keep, other):
    alien = row(cast.officer, period(cast.biro, cast.kaltim, cast.kukar, name="Lain contoh"), cast.kukar)
    for second in (keep, alien):
        with pytest.raises(DomainError, match="dua baris berbeda"):
            merge(cast.biro, keep, second)
    with pytest.raises(DomainError, match="Alasan belum diisi"):
        merge(cast.biro, keep, other, reason=" ")


def test_nobody_else_merges_and_nothing_after_the_agreement(cast, opened, keep, other):
    for user in (cast.officer, cast.partner, cast.stranger):
        with pytest.raises(NotAllowed):
            merge(user, keep, other)
    merge(cast.biro, keep, other)
    opened.state = "disepakati"
    opened.save()
    with pytest.raises(ImpossibleStep, match="tidak diubah lagi"):
        unmerge_row(actor=cast.biro, row=other, reason=WHY)


def test_the_page_merges_and_the_second_sender_gets_409_with_the_own_words(cast, keep, other, signed_in):
    address = f"/pemetaan/baris/{keep.public_id}/banding/{other.public_id}/"
    client = signed_in(cast.biro)
    fields = {"keep": other.public_id, "reason": "Kata contoh sendiri.", "seen_one": 0, "seen_other": 0}
    assert post(client, address, **fields | {"reason": ""}).status_code == 422
    assert post(client, address, **fields).status_code == 302
    keep.refresh_from_db()
    assert keep.merged_into == other
    page = post(client, address, **fields)
    assert page.status_code == 409
    assert "Kata contoh sendiri." in page.content.decode()
    assert post(client, address, **fields | {"keep": "karangan"}).status_code == 422
    assert post(signed_in(cast.officer), address, **fields).status_code == 403


def test_a_merged_row_says_where_it_went_and_is_let_go_with_a_reason(cast, keep, other, signed_in):
    merge(cast.biro, keep, other)
    address = f"/pemetaan/baris/{other.public_id}/lepas/"
    page = signed_in(cast.partner).get(f"/pemetaan/baris/{other.public_id}/uji/").content.decode()
    assert "Rumah sakit rujukan contoh" in page
    assert post(signed_in(cast.partner), address, reason=WHY).status_code == 403
    client = signed_in(cast.biro)
    assert "Lepaskan" in client.get(address).content.decode()
    assert post(client, address, reason="").status_code == 422
    assert post(client, address, reason=WHY).status_code == 302
    assert post(client, address, reason=WHY).status_code == 409
