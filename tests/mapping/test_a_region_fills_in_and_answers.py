"""A region writes rows, sends them, says that it has nothing, takes its answer back; all see how far it is."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.models import Goal
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from ksd.deadlines.models import Deadline, Notice
from ksd.mapping.forms.rows import RowForm, section
from ksd.mapping.models import MappingRow
from ksd.mapping.services.answers import reopen_answer, submit_answer
from ksd.mapping.services.life import take_step
from ksd.mapping.services.progress import progress_of
from ksd.mapping.services.rows import attach_evidence, change_row, create_row, withdraw_row
from regions.models import Office
from tests import factories
from tests.mapping.filling_rows import draft, of_region, of_row, opened, typed
from tests.mapping.rows import row, urusan


@pytest.fixture
def made(cast):
    urusan()
    return opened(cast)


@pytest.fixture
def liaison(cast):
    return factories.person("dinkes.kukar", ("pd_liaison", cast.kukar))


def test_a_row_is_a_draft_after_its_first_few_fields(cast, liaison, signed_in, made):
    client = signed_in(liaison)
    page = client.get(of_region("row_new", made)).content.decode()
    assert 'list="daftar-urusan"' in page
    answer = client.post(of_region("row_new", made), typed())
    written = MappingRow.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, of_row("row_edit", written, "angka"))
    assert (written.state, written.created_by, written.region) == ("draf", liaison, cast.kukar)
    # Sent twice it is written once.
    client.post(of_region("row_new", made), typed())
    assert MappingRow.objects.count() == 1


def test_a_misspelt_urusan_comes_back_with_its_suggestion_and_everything_typed(cast, signed_in, made):
    client = signed_in(cast.officer)
    answer = client.post(of_region("row_new", made), typed(urusan="Kesehetan", description="Panjang contoh"))
    page = answer.content.decode()
    assert answer.status_code == 422
    for words in ("Maksud Anda “Kesehatan”?", "Pakai “Kesehatan”", "Panjang contoh", 'value="Kesehetan"'):
        assert words in page
    # The button of the suggestion sends the form with the right name behind the wrong one.
    client.post(of_region("row_new", made), typed() | {"urusan": ["Kesehetan", "Kesehatan"]})
    assert MappingRow.objects.get().urusan.name == "Kesehatan"


def test_each_section_is_saved_when_it_is_left(cast, signed_in, made):
    written, client = draft(cast, made), signed_in(cast.officer)
    goal = Goal.objects.create(
        region=cast.kukar, document="rpjmd", period_start=2025, period_end=2029, title="Sehat", indicator="Dokter",
        unit="orang",
    )  # fmt: skip
    proof = SimpleUploadedFile("bukti.pdf", b"%PDF-1.4 contoh", "application/pdf")
    angka = {
        "form_token": "a", "seen_revision": "0", "figure_name": "dokter", "figure": "12,5", "figure_unit": "orang",
        "figure_year": "2026", "evidence": "Profil kesehatan contoh", "upload": proof,
    }  # fmt: skip
    on = client.post(of_row("row_edit", written, "angka"), angka)
    assert on["Location"] == of_row("row_edit", written, "rencana")
    rencana = {
        "form_token": "b", "seen_revision": "2", "program": "P", "activity": "K", "start_year": "2027", "years": "3",
        "funding": "1.500.000.000", "funding_source": "apbd", "budgeted": "tidak", "burdening": "ya", "selesai": "ya",
    }  # fmt: skip
    assert client.post(of_row("row_edit", written, "rencana"), rencana)["Location"] == of_row("row", written)
    mitra = {
        "form_token": "c", "seen_revision": "3", "touches": [cast.kubar.pk], "partner_region": cast.paser.pk,
        "partner_name": "", "goals": [goal.pk],
    }  # fmt: skip
    client.post(of_row("row_edit", written, "mitra"), mitra)
    written.refresh_from_db()
    assert (written.figure, written.funding, written.budgeted, written.burdening) == (
        Decimal("12.5"), Decimal(1_500_000_000), False, True,
    )  # fmt: skip
    assert (list(written.touches.all()), list(written.goals.all())) == ([cast.kubar], [goal])
    page = client.get(of_row("row", written)).content.decode()
    for words in (
        "12,5 orang (2026)",
        "Rp1.500.000.000",
        "bukti.pdf",
        "Sehat – Dokter",
        "Kabupaten Paser",
        "Riwayat",
    ):
        assert words in page
    proof = client.get(of_row("row_evidence", written))
    assert b"".join(proof.streaming_content) == b"%PDF-1.4 contoh"
    proof.close()


WRONG = (
    ("pokok", "title", ""),
    ("pokok", "title", "x" * 251),
    ("pokok", "kind", "lain"),
    ("pokok", "description", "x" * 5001),
    ("pokok", "urusan", "\x00"),
    ("angka", "figure", "1,5 juta"),
    ("angka", "figure_year", "1800"),
    ("angka", "figure_year", "99999999999999999999"),
    ("rencana", "funding", "-5"),
    ("rencana", "funding", "2,5"),
    ("rencana", "years", "0"),
    ("rencana", "budgeted", "mungkin"),
    ("mitra", "partner_region", "0"),
    ("mitra", "goals", "x"),
)


def test_bad_input_is_named(cast, made):
    written = draft(cast, made)
    for part, field, wrong in WRONG:
        asked = section(part)
        assert asked
        rest = typed() if part == "pokok" else {"form_token": "satu", "seen_revision": "0"}
        form = RowForm(rest | {field: wrong}, section=asked, instance=written)
        assert field in form.errors, (part, field)


def test_a_figure_says_what_it_counts(cast, signed_in, made):
    written = draft(cast, made)
    body = {"form_token": "satu", "seen_revision": "0", "figure": "7,25", "figure_unit": "orang"}
    answer = signed_in(cast.officer).post(of_row("row_edit", written, "angka"), body)
    assert answer.status_code == 422
    for words in ("Sebutkan apa yang diukur", 'value="7,25"', 'value="orang"'):
        assert words in answer.content.decode()
    written.refresh_from_db()
    assert written.revision == 0


def test_offices_goals_and_partners_are_the_right_ones(cast, made):
    foreign = Office.objects.create(region=cast.kubar, name="Dinas Kesehatan contoh", kind="dinas")
    written = draft(cast, made)
    with pytest.raises(DomainError, match="Bukan milik"):
        change_row(actor=cast.officer, row=written, values={"office": foreign}, seen_revision=0)
    with pytest.raises(DomainError, match="calon mitra bagi dirinya"):
        change_row(actor=cast.officer, row=written, values={"partner_region": cast.kukar}, seen_revision=0)


def test_a_partner_is_chosen_from_those_near_by_first(cast, made):
    asked = section("mitra")
    assert asked
    field: Any = RowForm(section=asked, instance=draft(cast, made)).fields["partner_region"]
    _nothing, (near, first), *others = field.choices
    assert near == "Daerah peserta dan sekitarnya"
    assert str(cast.kubar.full_name) in [label for _key, label in first]
    labels = [label for _name, group in ((near, first), *others) for _key, label in group]
    assert len(labels) == len(set(labels))
    assert str(cast.kukar.full_name) not in labels


def test_who_writes_for_which_region(cast, made):
    facts = {"kind": "potensi", "title": "Pasar contoh", "urusan": urusan()}
    for user in (cast.partner, cast.observer, cast.stranger, cast.nobody):
        with pytest.raises(NotAllowed):
            create_row(actor=user, period=made, region=cast.kukar, values=facts)
    assert create_row(actor=cast.biro, period=made, region=cast.kukar, values=facts).state == "draf"
    with pytest.raises(ImpossibleStep, match="tidak menjadi peserta"):
        create_row(actor=cast.stranger, period=made, region=cast.paser, values=facts)


def test_sending_lets_all_read_and_meets_the_term(cast, signed_in, made):
    made.state, made.deadline = "disiapkan", factories.TODAY
    made.save()
    take_step(actor=cast.biro, period=made, code="buka")
    made.refresh_from_db()
    written = draft(cast, made)
    assert signed_in(cast.partner).get(of_row("row", written)).status_code == 404
    client = signed_in(cast.officer)
    assert "1 baris dikirim" in client.get(of_region("answer_submit", made)).content.decode()
    assert client.post(of_region("answer_submit", made), {"form_token": "k"}).status_code == 302
    assert Deadline.objects.get(code="pengisian_pemetaan", responsible_region=cast.kukar).state == "met"
    assert Notice.objects.filter(user=cast.biro, title__contains="mengirim isian: 1 baris").exists()
    assert signed_in(cast.partner).get(of_row("row", written)).status_code == 200
    assert signed_in(cast.officer).get(of_region("answer_submit", made)).status_code == 409
    assert signed_in(cast.officer).get(of_region("row_new", made)).status_code == 409
    with pytest.raises(ImpossibleStep, match="sudah dikirim ke forum"):
        change_row(actor=cast.officer, row=written, values={"title": "x"}, seen_revision=9)


def test_an_answer_is_taken_back_with_a_reason(cast, signed_in, made):
    written = draft(cast, made)
    address = of_region("answer_reopen", made)
    assert signed_in(cast.officer).get(address).status_code == 409
    submit_answer(actor=cast.officer, period=made, region=cast.kukar)
    assert signed_in(cast.partner).get(address).status_code == 403
    assert signed_in(cast.officer).post(address, {"form_token": "a", "reason": ""}).status_code == 422
    with pytest.raises(DomainError, match="Alasan wajib"):
        reopen_answer(actor=cast.biro, period=made, region=cast.kukar, reason=" ")
    assert signed_in(cast.officer).post(address, {"form_token": "b", "reason": "Angka"}).status_code == 302
    written.refresh_from_db()
    assert written.state == "dikirim"  # it stays readable
    kept = change_row(actor=cast.officer, row=written, values={"title": "Baru contoh"}, seen_revision=9)
    assert kept.title == "Baru contoh"
    submit_answer(actor=cast.officer, period=made, region=cast.kukar)
    assert made.events.first().label.endswith("mengirim isian: 1 baris")  # what stands, not what is new


def test_who_has_nothing_says_so(cast, signed_in, made):
    client, address = signed_in(cast.officer), of_region("answer_submit", made)
    assert client.post(address, {"form_token": "a"}).status_code == 422
    assert client.post(address, {"form_token": "b", "nothing_to_say": "on"}).status_code == 302
    assert made.answers.get(region=cast.kukar).nothing_to_say
    draft_of_kubar = row(cast.partner, made, cast.kubar, state="draf")
    with pytest.raises(ImpossibleStep, match="mempunyai baris"):
        submit_answer(actor=cast.partner, period=made, region=cast.kubar, nothing_to_say=True)
    draft_of_kubar.delete()
    with pytest.raises(ImpossibleStep, match="Belum ada baris"):
        submit_answer(actor=cast.partner, period=made, region=cast.kubar)


def test_progress_is_seen_by_all_but_a_draft_only_counted(cast, signed_in, made):
    draft(cast, made, kind="potensi")
    draft(cast, made)
    row(cast.partner, made, cast.kubar, state="ditarik")
    kukar = next(line for line in progress_of(made).regions if line.answer.region == cast.kukar)
    assert (kukar.drafts, kukar.sent, kukar.by_kind) == (2, 0, [("Kebutuhan", 1), ("Potensi", 1)])
    page = signed_in(cast.partner).get(made.get_absolute_url()).content.decode()
    for words in ("0 dari 2 daerah", "Sedang mengisi", "Belum mengisi"):
        assert words in page
    listed = signed_in(cast.partner).get(of_region("filling", made)).content.decode()
    assert "Dokter spesialis contoh" not in listed


def test_a_row_is_withdrawn_with_a_reason(cast, signed_in, made):
    written = draft(cast, made)
    address, client = of_row("row_withdraw", written), signed_in(cast.officer)
    assert client.post(address, {"form_token": "a", "reason": ""}).status_code == 422
    assert client.post(address, {"form_token": "b", "reason": "Ganda contoh"}).status_code == 302
    assert "Ganda contoh" in client.get(of_row("row", written)).content.decode()
    assert client.get(address).status_code == 409
    with pytest.raises(ImpossibleStep, match="sudah ditarik"):
        withdraw_row(actor=cast.biro, row=written, reason="x")
    other = draft(cast, made)
    made.state = "ditutup"
    made.save()
    other.refresh_from_db()
    with pytest.raises(ImpossibleStep, match="tidak sedang dibuka"):
        withdraw_row(actor=cast.officer, row=other, reason="x")
    assert withdraw_row(actor=cast.biro, row=other, reason="Konsolidasi contoh").state == "ditarik"


def test_a_row_that_others_were_merged_into_is_not_withdrawn(cast, made):
    kept = draft(cast, made)
    row(cast.partner, made, cast.kubar, state="digabung", merged_into=kept)
    with pytest.raises(ImpossibleStep, match="menampung baris lain"):
        withdraw_row(actor=cast.officer, row=kept, reason="x")


def test_evidence_is_looked_into_and_may_be_taken_away(cast, signed_in, made):
    written, client = draft(cast, made), signed_in(cast.officer)
    fake = SimpleUploadedFile("bukti.pdf", b"MZ bukan PDF", "application/pdf")
    body = {"form_token": "a", "seen_revision": "0", "evidence": "Tetap di sini contoh", "upload": fake}
    answer = client.post(of_row("row_edit", written, "angka"), body)
    assert answer.status_code == 422
    assert "Tetap di sini contoh" in answer.content.decode()
    proof = SimpleUploadedFile("bukti.pdf", b"%PDF-1.4 contoh", "application/pdf")
    attach_evidence(actor=cast.officer, row=written, upload=proof)
    assert signed_in(cast.partner).get(of_row("row_evidence", written)).status_code == 404
    assert attach_evidence(actor=cast.officer, row=written, upload=None).evidence_file is None


def test_lists_are_filtered_and_cost_the_same(cast, signed_in, made, django_assert_max_num_queries):
    for number in range(20):
        row(cast.officer, made, cast.kukar, title=f"Baris contoh {number}")
    row(cast.partner, made, cast.kubar, title="Sungai contoh", kind="masalah", location="Muara Pahu")
    client, address = signed_in(cast.officer), made.get_absolute_url() + "isian/"
    client.get(address)
    with django_assert_max_num_queries(16):
        page = client.get(address).content.decode()
    assert "Baris contoh 19" in page
    for query in ({"q": "sungai pahu"}, {"kind": "masalah"}, {"region": cast.kubar.pk}):
        page = client.get(address, query).content.decode()
        assert "Sungai contoh" in page
        assert "Baris contoh 1" not in page
    for query in (
        {"region": "x", "urusan": "💥", "kind": "?", "state": "?", "page": "zz"},
        {"q": "%_'\"" * 50},
    ):
        assert client.get(address, query).status_code == 200
    assert client.get(address, {"q": "a\x00"}).status_code == 400
