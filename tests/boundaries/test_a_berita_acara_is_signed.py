"""A berita acara from draft to decree: its number, its signatures, who may record them, what bars the way."""

from datetime import date, timedelta

import pytest

from agreements.models import IssuedNumber
from agreements.services.numbering import cancel_number
from boundaries.choices import MinutesState, SignerState
from boundaries.models import BoundaryMinutes, BoundarySigner, SegmentPaper
from boundaries.services.minutes import findings, letter_of, number_minutes, write_minutes
from boundaries.services.minutes_steps import StepFacts, take_step
from boundaries.services.signers import rearrange, record_refusal, record_signature
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady, StaleForm
from regions.models import Official
from tests.boundaries.pbd_rows import DAY, all_teams, minutes, numbered, round_of, signed_by_all, team
from tests.boundaries.rows import segment
from tests.factories import TODAY


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar, stage="penyiapan_dokumen")


def first_signer(paper: BoundaryMinutes) -> BoundarySigner:
    signer = paper.signers.first()
    assert signer is not None
    return signer


def step(cast, paper, code, actor=None, **facts):
    return take_step(
        actor=actor or cast.biro, minutes=paper, code=code, facts=StepFacts(**({"on": TODAY} | facts))
    )


def test_it_comes_from_draft_to_decree(cast, row):
    all_teams(cast)
    paper = signed_by_all(cast, numbered(cast, row))
    signed = step(cast, paper, "tandatangani", on=DAY)
    assert (signed.state, signed.signed_on) == (MinutesState.DITANDATANGANI, DAY)
    assert signed.paper.kind == "berita_acara"
    assert signed.paper.number == signed.number
    ratified = step(cast, paper, "sahkan", ratified_by="Gubernur Kalimantan Timur")
    assert (ratified.state, ratified.ratified_by) == (MinutesState.DISAHKAN, "Gubernur Kalimantan Timur")
    final = step(cast, paper, "cantumkan", decree="Permendagri 9/2026")
    assert (final.state, final.decree) == (MinutesState.TERCANTUM, "Permendagri 9/2026")
    assert [event.label for event in final.events.all()][:3] == [
        "Catat pencantuman dalam Permendagri",
        "Catat pengesahan",
        "Nyatakan ditandatangani",
    ]


def test_it_is_not_signed_while_somebody_who_must_is_missing(cast, row):
    """Lampiran Permendagri 141/2017: Formulir 01 is signed by kabupaten/kota, provinsi and Pusat."""
    all_teams(cast)
    paper = numbered(cast, row)
    for signer in paper.signers.exclude(region=cast.nation):
        record_signature(actor=cast.biro, minutes=paper, signer=signer, on=DAY)
    with pytest.raises(NotReady, match="Tim PBD Pusat: Ketua 00") as refused:
        step(cast, paper, "tandatangani")
    assert refused.value.article == "Lampiran Permendagri 141/2017"
    assert len(refused.value.findings) == 1
    paper.refresh_from_db()
    assert paper.is_draft
    assert not SegmentPaper.objects.exists()


def test_words_stand_once_numbered_and_the_book_knows_the_paper(cast, row):
    paper = numbered(cast, row)
    issued = IssuedNumber.objects.get(kind="berita-acara-batas")
    assert (issued.number, issued.row) == (paper.number, paper.pk)
    assert "Dokumen kedua daerah lengkap." in str(issued.words)
    with pytest.raises(ImpossibleStep, match="sudah bernomor"):
        minutes(cast, row, minutes=paper, points="Lain.")
    with pytest.raises(ImpossibleStep, match="sudah bernomor"):
        number_minutes(actor=cast.biro, minutes=paper)
    cancel_number(actor=cast.biro, issued=issued, reason="Butir keliru")
    changed = minutes(cast, row, minutes=paper, points="Lain.")
    assert (changed.number, changed.points) == ("", "Lain.")
    again = number_minutes(actor=cast.biro, minutes=changed)
    assert again.number not in {"", issued.number}


def test_nobody_signs_a_paper_without_number(cast, row):
    all_teams(cast)
    paper = minutes(cast, row)
    with pytest.raises(ImpossibleStep, match="belum bernomor"):
        record_signature(actor=cast.biro, minutes=paper, signer=first_signer(paper), on=DAY)
    with pytest.raises(NotReady, match="belum bernomor"):
        step(cast, paper, "tandatangani")


def test_a_paper_of_earlier_years_keeps_the_number_written_on_it(cast, row):
    old = minutes(cast, row, on=date(2021, 5, 21))
    with pytest.raises(DomainError, match="nomor yang tertulis"):
        number_minutes(actor=cast.biro, minutes=old)
    assert number_minutes(actor=cast.biro, minutes=old, typed="BA/12/2021").number == "BA/12/2021"
    assert not IssuedNumber.objects.exists()
    with pytest.raises(ImpossibleStep, match="sudah bernomor"):
        number_minutes(actor=cast.biro, minutes=old, typed="BA/13/2021")


def test_each_side_records_its_own_signature_and_no_other(cast, row):
    all_teams(cast)
    paper = numbered(cast, row)
    by_code = {signer.region.code: signer for signer in paper.signers.all()}
    record_signature(actor=cast.officer, minutes=paper, signer=by_code["64.02"], on=DAY)
    record_signature(actor=cast.partner, minutes=paper, signer=by_code["64.07"], on=DAY)
    record_signature(actor=cast.head, minutes=paper, signer=by_code["64"], on=DAY)
    for person in (cast.officer, cast.partner, cast.observer, cast.stranger, cast.nobody, cast.admin):
        with pytest.raises(NotAllowed):
            record_signature(actor=person, minutes=paper, signer=by_code["00"], on=DAY)


@pytest.mark.parametrize("who", ["officer", "observer", "stranger", "nobody", "admin", "tkksd"])
def test_only_the_biro_writes_numbers_and_moves_it(cast, row, who):
    person = getattr(cast, who)
    paper = minutes(cast, row)
    acts = (
        lambda: write_minutes(actor=person, segment=row, form="ba_01", on=DAY, place="x", points="y"),
        lambda: number_minutes(actor=person, minutes=paper),
        lambda: rearrange(actor=person, minutes=paper),
        lambda: step(cast, paper, "batalkan", actor=person, note="x"),
    )
    for act in acts:
        with pytest.raises(NotAllowed):
            act()
    assert BoundaryMinutes.objects.count() == 1


def test_a_signature_is_recorded_once(cast, row):
    all_teams(cast)
    paper = numbered(cast, row)
    signer = first_signer(paper)
    record_signature(actor=cast.biro, minutes=paper, signer=signer, on=DAY)
    with pytest.raises(ImpossibleStep, match="sudah dicatat"):
        record_signature(actor=cast.officer, minutes=paper, signer=signer, on=DAY)
    assert paper.events.filter(label="Tanda tangan dicatat").count() == 1


def test_a_refusal_has_its_reason_and_bars_the_way(cast, row):
    all_teams(cast)
    paper = numbered(cast, row)
    signer = paper.signers.get(region=cast.kubar)
    with pytest.raises(DomainError, match="alasan menolak"):
        record_refusal(actor=cast.partner, minutes=paper, signer=signer, reason=" ")
    record_refusal(actor=cast.partner, minutes=paper, signer=signer, reason="Titik simpul keliru")
    with pytest.raises(NotReady, match="menolak: Titik simpul keliru"):
        step(cast, paper, "tandatangani")
    assert "menolak menandatangani" in str(letter_of(paper))
    with pytest.raises(ImpossibleStep, match="tidak dapat diubah"):
        minutes(cast, row, minutes=paper)
    signed = record_signature(actor=cast.partner, minutes=paper, signer=signer, on=DAY, objection="Catatan")
    assert (signed.state, signed.reason) == (SignerState.MENANDATANGANI, "Catatan")
    assert "Lampiran: keberatan yang disampaikan" in str(letter_of(paper))


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"valid_to": DAY - timedelta(days=1)}, "belum ada tim yang berlaku"),
        ({"decree_date": DAY + timedelta(days=1)}, "belum ada tim yang berlaku"),
        ({"signs": False}, "belum ada tim yang berlaku"),
    ],
)
def test_a_team_out_of_force_on_the_day_gives_no_signer(cast, row, facts, message):
    team(cast, cast.kukar, **facts)
    paper = numbered(cast, row)
    with pytest.raises(NotReady, match=message):
        record_signature(actor=cast.biro, minutes=paper, signer=paper.signers.get(region=cast.kukar), on=DAY)


def test_authority_is_checked_on_the_day_of_the_signature(cast, row):
    held = team(cast, cast.kukar, valid_to=DAY)
    paper = numbered(cast, row)
    signer = paper.signers.get(region=cast.kukar)
    with pytest.raises(NotReady, match="tidak berlaku pada 13 November 2026"):
        record_signature(actor=cast.biro, minutes=paper, signer=signer, on=DAY + timedelta(days=1))
    member = held.members.get()
    member.until = DAY - timedelta(days=1)
    member.save()
    with pytest.raises(NotReady, match="bukan anggota tim pada 12 November 2026"):
        record_signature(actor=cast.biro, minutes=paper, signer=signer, on=DAY)
    member.until = None
    member.official = Official.objects.create(
        region=cast.kukar, name="Pejabat (contoh)", position="asisten", position_title="Asisten I",
        term_start=date(2024, 1, 1), term_end=DAY - timedelta(days=1),
    )  # fmt: skip
    member.save()
    with pytest.raises(NotReady, match="Masa jabatan"):
        record_signature(actor=cast.biro, minutes=paper, signer=signer, on=DAY)
    Official.objects.update(term_end=DAY)
    assert record_signature(actor=cast.biro, minutes=paper, signer=signer, on=DAY).signed_on == DAY


@pytest.mark.parametrize(
    ("on", "message"),
    [(DAY - timedelta(days=1), "mendahului"), (TODAY + timedelta(days=1), "masa depan")],
)
def test_a_signature_neither_precedes_its_paper_nor_lies_ahead(cast, row, on, message):
    all_teams(cast)
    paper = numbered(cast, row)
    with pytest.raises(DomainError, match=message):
        record_signature(actor=cast.biro, minutes=paper, signer=first_signer(paper), on=on)


@pytest.mark.parametrize("state", MinutesState.values)
@pytest.mark.parametrize("code", ["tandatangani", "sahkan", "cantumkan", "batalkan"])
def test_every_step_leaves_its_own_state_only(cast, row, state, code):
    source = {"tandatangani": "draf", "sahkan": "ditandatangani", "cantumkan": "disahkan", "batalkan": "draf"}
    all_teams(cast)
    paper = signed_by_all(cast, numbered(cast, row))
    facts = {"signed_on": DAY, "ratified_on": DAY, "decree": "Permendagri 1/2026", "state": state}
    BoundaryMinutes.objects.filter(pk=paper.pk).update(**facts)
    paper.refresh_from_db()
    given = {"ratified_by": "Gubernur", "decree": "Permendagri 1/2026", "note": "Alasan"}
    if state == source[code]:
        assert step(cast, paper, code, **given).state != state
    else:
        with pytest.raises(ImpossibleStep, match="tidak dapat dilakukan"):
            step(cast, paper, code, **given)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"form": "ba_99"}, "tidak dikenal"),
        ({"points": " \n "}, "paling sedikit satu butir"),
        ({"points": "x\n" * 61}, "Paling banyak 60"),
        ({"points": "x" * 5001}, "paling banyak 5000"),
        ({"place": " "}, "Isi tempatnya"),
        ({"on": TODAY + timedelta(days=400)}, "masa depan"),
        ({"on": date(1900, 1, 1)}, "mendahului"),
    ],
)
def test_nonsense_is_refused_by_message(cast, row, facts, message):
    with pytest.raises(DomainError, match=message):
        minutes(cast, row, **({"form": "ba_01"} | facts))
    assert not BoundaryMinutes.objects.exists()


def test_a_round_of_another_segment_and_an_old_form_are_refused(cast, row):
    other = segment(cast.kubar, cast.paser)
    with pytest.raises(DomainError, match="bukan milik segmen ini"):
        minutes(cast, row, round=round_of(cast, other))
    paper = minutes(cast, row, round=round_of(cast, row))
    minutes(cast, row, minutes=paper, seen=1, points="Satu.")
    with pytest.raises(StaleForm):
        minutes(cast, row, minutes=paper, seen=1, points="Dua.")
    paper.refresh_from_db()
    assert paper.points == "Satu."


def test_signers_are_drawn_up_again_without_losing_what_was_signed(cast, row):
    team(cast, cast.kukar)
    paper = numbered(cast, row)
    record_signature(actor=cast.biro, minutes=paper, signer=paper.signers.get(region=cast.kukar), on=DAY)
    team(cast, cast.kubar)
    rearrange(actor=cast.biro, minutes=paper)
    states = {signer.region.code: (signer.name, signer.state) for signer in paper.signers.all()}
    assert states["64.02"] == ("Ketua 64.02 (contoh)", "menandatangani")
    assert states["64.07"] == ("Ketua 64.07 (contoh)", "menunggu")
    assert len(states) == 4


def test_findings_say_what_the_stage_lacks_and_never_bar(cast, row):
    found = [finding.text for finding in findings(row)]
    assert "Berita acara penyiapan dokumen" in found
    assert "Undang-undang pembentukan daerah dan lampiran petanya: Kabupaten Kutai Barat" in found
    assert not any("pelacakan" in text for text in found)
    all_teams(cast)
    paper = signed_by_all(cast, numbered(cast, row))
    step(cast, paper, "tandatangani", on=DAY)
    assert "Berita acara penyiapan dokumen" not in [finding.text for finding in findings(row)]


def test_the_paper_says_what_was_done_and_who_signs(cast, row):
    all_teams(cast)
    words = str(letter_of(minutes(cast, row, "ba_02a", is_example=True)))
    assert "pelacakan batas daerah secara kartometrik pada segmen batas Kabupaten Kutai Kartanegara" in words
    assert "tanggal dua belas bulan November" in words
    assert "Formulir 02.A, Lampiran Permendagri 141/2017" in words
    assert "Tim PBD Pusat" in words
    assert "tidak menghapus hak atas tanah" in words
    assert "Rancangan; belum bernomor" in words
    assert "Ilustrasi" in words
    assert "Formulir" not in str(letter_of(minutes(cast, row, "ba_peta")))
