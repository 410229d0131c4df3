"""Rights and duties after the signing: read from the text, owned, due, fulfilled with proof, late by date."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agreements.choices import Every
from agreements.models import Naskah, Obligation
from agreements.services import obligations as acts
from agreements.services.obligation_reading import candidates
from agreements.services.obligation_terms import next_due
from agreements.services.obligations import ObligationDraft
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from ksd.deadlines.models import Deadline, Notice
from ksd.deadlines.services import sweep_reminders
from tests import factories
from tests.agreements.playing import Play, scan

pytestmark = pytest.mark.django_db

TODAY = factories.TODAY
DUE = TODAY + timedelta(days=10)
DUTY = ObligationDraft(kind="kewajiban", wording="Menyediakan dokter", due_on=DUE)


@pytest.fixture
def text(play: Play) -> Naskah:
    """A signed PKS."""
    play.to("pelaksanaan")
    return play.case.naskah.select_related("case").get(kind="pks")


def owed(play: Play, text: Naskah, draft: ObligationDraft = DUTY, order: int = 1) -> Obligation:
    """A recorded duty of the first (or named) party."""
    party = play.parties()[order - 1]
    return acts.add_obligation(actor=play.actor_for(party), naskah=text, party=party, draft=draft)


def met(play: Play, row: Obligation, on: date = TODAY) -> Obligation:
    """The duty fulfilled."""
    return acts.fulfil_obligation(actor=play.cast.officer, obligation=row, on=on, seen_revision=row.revision)


def test_rights_and_duties_are_proposed_from_the_signed_wording_party_by_party(play, text):
    found = candidates(text)
    first = [row for row in found if row.party == play.parties()[0]]
    assert {row.party for row in found} == set(play.parties())
    assert {row.kind for row in first} == {"hak", "kewajiban"}
    assert all(row.place.startswith("Pasal ") and "{" not in row.wording for row in found)
    assert not any(row.wording.endswith((";", ".", "; dan")) for row in found)
    assert len(first) == 11


def test_one_tap_takes_the_own_rows_and_a_second_tap_takes_nothing_twice(play, text, cast, signed_in):
    address = reverse("agreements:obligation_take", args=[play.case.public_id, text.public_id])
    browser = signed_in(cast.officer)
    page = browser.get(address)
    fields = {
        name: field.initial
        for name, field in page.context["form"].fields.items()
        if name[:4] in ("take", "word")
    }
    sent = {"form_token": "a"} | {name: "on" if value is True else value for name, value in fields.items()}
    assert browser.post(address, sent).status_code == 302
    rows = text.obligations.all()
    assert (rows.count(), {row.party for row in rows}) == (11, {play.parties()[0]})
    again = browser.get(address).content.decode()
    assert "11 baris sudah diambil sebelumnya" in again
    assert "11 baris milik pihak lain" in again
    assert browser.post(address, sent | {"form_token": "b"}).status_code == 422
    assert text.obligations.count() == 11


def test_a_row_belongs_to_its_party_and_only_that_party_moves_it(play, text, cast):
    row = owed(play, text)
    with pytest.raises(NotAllowed, match="Kabupaten Kutai Kartanegara"):
        acts.start_obligation(actor=cast.partner, obligation=row)
    for reader in (cast.observer, cast.biro, cast.admin, cast.stranger):
        with pytest.raises(NotAllowed):
            acts.remove_obligation(actor=reader, obligation=row, reason="uji")
    with pytest.raises(NotAllowed):
        acts.add_obligation(actor=cast.officer, naskah=text, party=play.parties()[1], draft=DUTY)


def test_the_initiator_records_for_a_party_nobody_can_sign_in_for(play, text, cast):
    cast.partner.is_active = False
    cast.partner.save()
    row = acts.add_obligation(actor=cast.officer, naskah=text, party=play.parties()[1], draft=DUTY)
    assert "untuk Kabupaten Kutai Barat" in row.entries.get().role


def test_nothing_is_owed_under_a_text_that_is_not_signed(play, cast):
    play.to("penandatanganan_pks")
    text = play.case.naskah.get(kind="pks")
    with pytest.raises(ImpossibleStep, match="belum ditandatangani lengkap"):
        owed(play, text)


@pytest.mark.parametrize(("days", "standing"), [(-1, "Lewat"), (0, "Belum dimulai"), (1, "Belum dimulai")])
def test_lateness_is_derived_by_date(play, text, days, standing):
    Naskah.objects.filter(pk=text.pk).update(signed_on=date(2026, 1, 1), starts_on=date(2026, 1, 1))
    row = owed(play, text, replace(DUTY, due_on=TODAY + timedelta(days=days)))
    assert row.standing == standing


def test_the_owner_is_reminded_before_and_once_it_has_lapsed(play, text, cast):
    row = owed(play, text)
    term = Deadline.objects.of(row).get()
    assert (term.due_on, list(term.regions.all())) == (DUTY.due_on, [cast.kukar])
    with clock.frozen(DUE + timedelta(days=1)):
        sweep_reminders()
    told = Notice.objects.filter(title__contains="Menyediakan dokter")
    assert told.filter(user=cast.officer).exists()


def test_the_other_parties_hear_of_a_lapse_once_and_of_nothing_before(play, text, cast):
    owed(play, text)
    with clock.frozen(DUE):
        sweep_reminders()
        assert not _told(cast.partner)
        assert _told(cast.officer) == 1
    with clock.frozen(DUE + timedelta(days=5)):
        sweep_reminders()
        sweep_reminders()
        assert (_told(cast.partner), _told(cast.officer)) == (1, 2)
    assert not _told(cast.stranger)


def test_two_lapses_after_an_outage_are_one_message_to_each_person_of_either_side(play, text, cast):
    owed(play, text)
    owed(play, text, replace(DUTY, wording="Menyediakan obat"), order=2)
    before = {who.pk: Notice.objects.filter(user=who).count() for who in (cast.officer, cast.partner)}
    with clock.frozen(DUE + timedelta(days=5)):
        sweep_reminders()
    for who in (cast.officer, cast.partner):
        fresh = Notice.objects.filter(user=who).order_by("-pk")
        assert fresh.count() == before[who.pk] + 1
        assert {line.text.split(":")[0] for line in fresh[0].lines.all()} >= {
            "Kewajiban Kabupaten Kutai Kartanegara",
            "Kewajiban Kabupaten Kutai Barat",
        }


def _told(person) -> int:
    """How many reminders spoke of the duty to this person."""
    return Notice.objects.filter(user=person, kind="reminder", title__contains="Menyediakan dokter").count()


def test_both_sides_see_what_is_late(play, text, cast, signed_in):
    row = owed(play, text)
    address = reverse("agreements:obligations", args=[play.case.public_id])
    with clock.frozen(DUE + timedelta(days=1)):
        for reader in (cast.officer, cast.partner, cast.observer):
            words = signed_in(reader).get(f"{address}?tampil=lewat").content.decode()
            assert "Lewat" in words
            assert row.wording in words


def test_fulfilment_ends_the_term_and_keeps_day_note_and_proof(play, text, cast, signed_in):
    row = owed(play, text, replace(DUTY, proof_wanted="Daftar hadir"))
    address = reverse("agreements:obligation_act", args=[play.case.public_id, row.pk, "penuhi"])
    sent = {"form_token": "a", "on": TODAY.isoformat(), "note": "Sudah", "seen_revision": row.revision}
    browser = signed_in(cast.officer)
    assert browser.post(address, sent).status_code == 422
    assert browser.post(address, sent | {"form_token": "b", "upload": scan()}).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.done_on) == ("terpenuhi", TODAY)
    assert Deadline.objects.of(row).get().state == "met"
    entry = row.entries.first()
    assert entry is not None
    proof = reverse("agreements:running_proof", args=[play.case.public_id, "kewajiban", entry.pk])
    assert b"".join(signed_in(cast.partner).get(proof)).startswith(b"%PDF-")
    assert signed_in(cast.stranger).get(proof).status_code == 404
    assert signed_in(cast.officer).post(address, sent | {"form_token": "c"}).status_code == 409


def test_a_proof_that_is_no_document_is_refused(play, text, cast, signed_in):
    row = owed(play, text)
    address = reverse("agreements:obligation_act", args=[play.case.public_id, row.pk, "penuhi"])
    sent = {"form_token": "a", "on": TODAY.isoformat(), "seen_revision": row.revision}
    bad = SimpleUploadedFile("bukti.pdf", b"MZ bukan pdf", "application/pdf")
    answer = signed_in(cast.officer).post(address, sent | {"upload": bad, "note": "tetap ada"})
    assert answer.status_code == 422
    assert "tetap ada" in answer.content.decode()
    assert Obligation.objects.get(pk=row.pk).is_open


@pytest.mark.parametrize(("days", "told"), [(1, "masa depan"), (-1, "tanggal naskahnya")])
def test_it_is_fulfilled_neither_tomorrow_nor_before_its_text(play, text, days, told):
    row = owed(play, text)
    with pytest.raises(DomainError, match=told):
        met(play, row, TODAY + timedelta(days=days))


def test_a_recurring_duty_moves_on_by_its_first_day_and_ends_with_its_text(play, text):
    Naskah.objects.filter(pk=text.pk).update(
        signed_on=date(2026, 1, 1), starts_on=date(2026, 1, 1), ends_on=date(2026, 4, 29)
    )
    row = owed(play, text, replace(DUTY, every=Every.MONTH, due_on=date(2026, 1, 31)))
    seen = []
    while row.is_open:
        seen.append(row.due_on)
        row = met(play, row)
    assert seen == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)]
    assert row.state == "terpenuhi"
    assert next_due(row) is None


def test_reopening_and_removing_need_a_reason_and_stay_in_the_history(play, text, cast):
    row = owed(play, text)
    with pytest.raises(DomainError, match="Alasan belum diisi"):
        acts.remove_obligation(actor=cast.officer, obligation=row, reason="  ")
    row = acts.remove_obligation(actor=cast.officer, obligation=row, reason="Tercatat ganda")
    assert not Deadline.objects.of(row).open().exists()
    with pytest.raises(ImpossibleStep, match="Dihapus"):
        met(play, row)
    row = acts.reopen_obligation(actor=cast.officer, obligation=row, reason="Ternyata lain")
    assert Deadline.objects.of(row).open().exists()
    assert [entry.what for entry in row.entries.all()] == ["Dibuka kembali", "Dihapus", "Dicatat"]
    assert play.case.events.filter(arrow="pelaksanaan.kewajiban.buka").exists()


def test_a_form_that_came_too_late_is_refused_and_two_fulfilments_become_one(play, text, cast):
    row = owed(play, text)
    met(play, row)
    with pytest.raises(ImpossibleStep):
        met(play, row)
    other = owed(play, text, replace(DUTY, every=Every.YEAR))
    met(play, other)
    with pytest.raises(StaleForm):
        met(play, other)
    assert other.entries.filter(what="Dipenuhi").count() == 1


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"due_on": date(2026, 11, 20)}, "tidak boleh sebelum"),
        ({"due_on": None, "every": Every.MONTH}, "memerlukan tanggal jatuh tempo"),
    ],
)
def test_a_day_before_the_text_and_a_repetition_without_a_day_are_refused(play, text, change, told):
    with pytest.raises(DomainError, match=told):
        owed(play, text, replace(DUTY, **change))


def test_an_office_of_another_region_owns_nothing(play, text, cast):
    with pytest.raises(DomainError, match="bukan milik"):
        owed(play, text, replace(DUTY, office=play.offices[cast.kubar.pk]))


@pytest.mark.parametrize("role", ["observer", "biro", "admin", "partner", "stranger", "nobody"])
@pytest.mark.parametrize("act", ["penuhi", "mulai", "buka", "hapus"])
def test_every_act_is_refused_to_whoever_is_not_of_the_party(play, text, signed_in, role, act):
    row = owed(play, text)
    address = reverse("agreements:obligation_act", args=[play.case.public_id, row.pk, act])
    expected = 404 if role in {"stranger", "nobody"} else 403
    browser = signed_in(getattr(play.cast, role))
    assert browser.get(address).status_code == expected
    assert browser.post(address, {"form_token": "x", "reason": "uji"}).status_code == expected


def test_an_act_nobody_knows_is_not_found(play, text, cast, signed_in):
    row = owed(play, text)
    address = reverse("agreements:obligation_act", args=[play.case.public_id, row.pk, "jual"])
    assert signed_in(cast.officer).get(address).status_code == 404
