"""Tim PBD by decree, documents of a segment with what is missing, and the letters of the province."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from agreements.models import IssuedNumber
from boundaries.law.checklist import read_item
from boundaries.models import BoundaryTeam, MissingPaper
from boundaries.services.chain import issue_letter, letter_of, write_letter
from boundaries.services.completeness import checklist_of, minutes_of, papers_of
from boundaries.services.papers import add_paper, say_missing, withdraw_paper
from boundaries.services.teams import add_member, end_member, record_team
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from regions.models import Official
from tests import factories
from tests.boundaries.pbd_rows import DAY, START, numbered, paper, signed_by_all, team
from tests.boundaries.rows import segment
from tests.factories import TODAY


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar, stage="penyiapan_dokumen")


def recorded(actor, region, **facts):
    given: dict[str, Any] = {"decree_number": "188/1/2026", "decree_date": START, "valid_from": START} | facts
    return record_team(actor=actor, region=region, **given)


def test_who_records_which_team(cast):
    assert recorded(cast.officer, cast.kukar).name == "Tim PBD Kabupaten Kutai Kartanegara"
    assert recorded(cast.biro, cast.kubar).region == cast.kubar
    assert recorded(cast.biro, cast.kaltim).level == "provinsi"
    assert recorded(cast.biro, cast.nation).name == "Tim PBD Pusat"
    for actor, region in (
        (cast.officer, cast.kubar),
        (cast.officer, cast.kaltim),
        (cast.officer, cast.nation),
        (cast.observer, cast.kukar),
        (cast.nobody, cast.kukar),
        (cast.admin, cast.kukar),
    ):
        with pytest.raises(NotAllowed):
            recorded(actor, region, decree_number="lain")


def test_a_decree_is_recorded_once_and_makes_sense(cast):
    recorded(cast.biro, cast.kukar)
    with pytest.raises(ValidationError, match="sudah dicatat"):
        recorded(cast.biro, cast.kukar)
    with pytest.raises(DomainError, match="masa depan"):
        recorded(cast.biro, cast.kukar, decree_number="2", decree_date=TODAY + timedelta(days=1))
    with pytest.raises(ValidationError, match="mendahului"):
        recorded(cast.biro, cast.kukar, decree_number="3", valid_to=START - timedelta(days=1))
    bad = SimpleUploadedFile("sk.pdf", b"bukan pdf")
    with pytest.raises(ValidationError, match="bukan PDF"):
        recorded(cast.biro, cast.kukar, decree_number="4", upload=bad)
    assert BoundaryTeam.objects.count() == 1


def test_a_seat_lies_within_the_decree_and_is_held_once(cast):
    held = team(cast, cast.kukar, valid_to=date(2026, 12, 31))
    given = {"actor": cast.officer, "team": held, "role": "anggota", "name": "A (contoh)", "title": "Kabag"}
    with pytest.raises(DomainError, match="masa berlaku keputusan"):
        add_member(**given, since=START - timedelta(days=1))
    with pytest.raises(DomainError, match="mendahului tanggal mulai"):
        add_member(**given, since=DAY, until=DAY - timedelta(days=1))
    member = add_member(**given, since=DAY)
    with pytest.raises(ImpossibleStep, match="sudah menjadi anggota"):
        add_member(**given, since=DAY)
    other = Official.objects.create(
        region=cast.kubar, name="B (contoh)", position="sekda", position_title="Sekda", term_start=START
    )
    with pytest.raises(DomainError, match="bukan pejabat"):
        add_member(**(given | {"name": "B"}), since=DAY, official=other)
    with pytest.raises(DomainError, match="hari pertama"):
        end_member(actor=cast.officer, member=member, until=DAY - timedelta(days=1))
    end_member(actor=cast.officer, member=member, until=TODAY)
    with pytest.raises(ImpossibleStep, match="sudah berakhir"):
        end_member(actor=cast.officer, member=member, until=TODAY)
    with pytest.raises(NotAllowed):
        add_member(**(given | {"actor": cast.partner, "name": "C"}), since=DAY)


def test_a_seat_does_not_end_before_its_last_signature(cast, row):
    held = team(cast, cast.kukar)
    minutes = numbered(cast, row, "ba_peta")
    signer = minutes.signers.get(region=cast.kukar)
    from boundaries.services.signers import record_signature

    record_signature(actor=cast.biro, minutes=minutes, signer=signer, on=DAY)
    with pytest.raises(ImpossibleStep, match="sesudah tanggal itu"):
        end_member(actor=cast.biro, member=held.members.get(), until=DAY - timedelta(days=1))


def test_teams_are_seen_by_who_deals_with_them(cast, row):
    for region in (cast.kukar, cast.kaltim, cast.nation):
        team(cast, region)
    seen = {
        who: {each.region.code for each in BoundaryTeam.objects.visible_to(getattr(cast, who))}
        for who in ("officer", "partner", "stranger", "biro", "nobody")
    }
    assert seen == {
        "officer": {"64.02", "64", "00"},
        "partner": {"64.02", "64", "00"},
        "stranger": {"64", "00"},
        "biro": {"64.02", "64", "00"},
        "nobody": set(),
    }


def open_cells(row):
    rows = checklist_of(row, papers_of(row), minutes_of(row))
    return {
        (each.item.code, cell.region.code if cell.region else "") for each in rows for cell in each.cells if cell.is_open
    }  # fmt: skip


def test_the_checklist_is_kept_per_region(cast, row):
    assert {("uu_pembentukan", "64.02"), ("uu_pembentukan", "64.07"), ("peta_dasar", "")} <= open_cells(row)
    add_paper(actor=cast.officer, segment=row, kind="uu_pembentukan", title="UU 47/1999", region=cast.kukar)
    assert ("uu_pembentukan", "64.02") not in open_cells(row)
    assert ("uu_pembentukan", "64.07") in open_cells(row)
    say_missing(
        actor=cast.partner, segment=row, item="uu_pembentukan", region=cast.kubar, reason="Peta hilang"
    )
    assert ("uu_pembentukan", "64.07") not in open_cells(row)
    add_paper(actor=cast.biro, segment=row, kind="uu_pembentukan", title="UU bersama")
    assert not MissingPaper.objects.exists()


def test_papers_of_a_dispute_are_asked_for_in_a_dispute_only(cast, row):
    assert not any(code == "kajian" for code, _region in open_cells(row))
    assert ("kajian", "") in open_cells(segment(cast.kubar, cast.paser, stage="kajian_provinsi"))


def test_a_signed_berita_acara_fills_its_line(cast, row):
    for region in (cast.kukar, cast.kubar, cast.kaltim, cast.nation):
        team(cast, region)
    minutes = signed_by_all(cast, numbered(cast, row))
    assert ("ba_01", "") in open_cells(row)
    from boundaries.services.minutes_steps import StepFacts, take_step

    take_step(actor=cast.biro, minutes=minutes, code="tandatangani", facts=StepFacts(on=DAY))
    assert ("ba_01", "") not in open_cells(row)


def test_each_side_hands_in_its_own_papers(cast, row):
    for actor, region in ((cast.officer, cast.kubar), (cast.officer, None), (cast.observer, cast.kukar)):
        with pytest.raises(NotAllowed):
            add_paper(actor=actor, segment=row, kind="foto", title="Foto", region=region)
    with pytest.raises(DomainError, match="bukan pihak"):
        add_paper(actor=cast.biro, segment=row, kind="foto", title="Foto", region=cast.paser)
    with pytest.raises(DomainError, match="tidak dikenal"):
        add_paper(actor=cast.biro, segment=row, kind="gosip", title="Foto")
    own = add_paper(actor=cast.officer, segment=row, kind="foto", title="Foto", region=cast.kukar)
    with pytest.raises(NotAllowed):
        withdraw_paper(actor=cast.partner, paper=own, reason="x")
    withdraw_paper(actor=cast.officer, paper=own, reason="Keliru")
    with pytest.raises(ImpossibleStep, match="sudah ditarik"):
        withdraw_paper(actor=cast.officer, paper=own, reason="x")


def test_what_is_there_is_not_missing(cast, row):
    add_paper(actor=cast.biro, segment=row, kind="peta_dasar", title="RBI")
    given = {"actor": cast.biro, "segment": row, "reason": "x"}
    with pytest.raises(ImpossibleStep, match="sudah ada"):
        say_missing(**given, item="peta_dasar", region=None)
    with pytest.raises(DomainError, match="milik bersama"):
        say_missing(**given, item="peta_batas", region=cast.kukar)
    with pytest.raises(DomainError, match="Pilih daerah"):
        say_missing(**given, item="uu_pembentukan", region=None)
    with pytest.raises(DomainError, match="tidak ada dalam daftar"):
        say_missing(**given, item="ba_01", region=None)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"article": ""}, "an article"),
        ({"kind": "gosip"}, "a known kind"),
        ({"kind": ""}, "either a kind or a form"),
        ({"form": "ba_99", "kind": ""}, "known forms"),
        ({"stage": "terbang"}, "a known stage"),
        ({"branch": "lain"}, "a known branch"),
    ],
)
def test_a_faulty_line_of_the_checklist_is_refused(change, message):
    line = {"code": "x", "label": "X", "kind": "foto", "stage": "pelacakan", "article": "Pasal 1"}
    with pytest.raises(ValueError, match=message):
        read_item(line | change)


def letter(cast, row, kind="penyerahan", **facts):
    given = {"actor": cast.biro, "dated": DAY, "place": "Samarinda", "data": {"signer": "Gubernur (contoh)"}}
    return write_letter(segment=row, kind=kind, **(given | facts))


def test_the_governor_hands_a_dispute_to_the_minister(cast, row):
    """Pasal 370 UU 23/2014."""
    kept = paper(cast, row, "kajian", title="Kajian provinsi")
    draft = letter(cast, row, papers=[kept])
    assert "Rancangan" in str(letter_of(draft))
    issued = issue_letter(actor=cast.biro, letter=draft)
    words = str(letter_of(issued))
    assert issued.number in words
    assert "Pasal 370 Undang-Undang Nomor 23 Tahun 2014" in words
    assert "Kajian provinsi" in words
    assert "Menteri Dalam Negeri" in IssuedNumber.objects.get(kind="penyerahan-batas").addressee
    with pytest.raises(ImpossibleStep, match="sudah bernomor"):
        issue_letter(actor=cast.biro, letter=draft)
    with pytest.raises(ImpossibleStep, match="sudah bernomor"):
        letter(cast, row, letter=issued)


@pytest.mark.parametrize("kind", ["undangan", "penyerahan", "ba_penyerahan"])
def test_every_letter_is_written_and_numbered_in_its_own_series(cast, row, kind):
    data = {
        "addressees": "Yth. Bupati Kutai Barat\ndi Sendawar",
        "agenda": "Paparan\nPembahasan",
        "day": "Senin",
    }
    issued = issue_letter(actor=cast.head, letter=letter(cast, row, kind, data=data))
    assert "Yth." not in str(letter_of(issued).addressee)
    assert issued.number
    assert IssuedNumber.objects.get().row == issued.pk


def test_an_invitation_goes_to_both_heads_and_writes_its_day_out_unless_told_otherwise(cast, row):
    kept = paper(cast, row, "kajian", title="Kajian provinsi")
    sent = letter_of(letter(cast, row, "undangan", papers=[kept], data={"day": "2026-12-10"}))
    assert sent.addressee == ("1. Bupati Kutai Kartanegara", "2. Bupati Kutai Barat", "di Tempat")
    assert sent.annexes == "1 berkas"
    assert "Kamis, 10 Desember 2026" in str(sent)
    assert "Senin depan" in str(letter_of(letter(cast, row, "undangan", data={"day": "Senin depan"})))


def test_letters_are_the_biros_and_no_form_overwrites_another(cast, row):
    draft = letter(cast, row)
    for who in (cast.officer, cast.observer, cast.stranger, cast.admin):
        with pytest.raises(NotAllowed):
            letter(cast, row, actor=who)
        with pytest.raises(NotAllowed):
            issue_letter(actor=who, letter=draft)
    letter(cast, row, letter=draft, seen=1, place="Tenggarong")
    with pytest.raises(StaleForm):
        letter(cast, row, letter=draft, seen=1)
    with pytest.raises(DomainError, match="tidak dikenal"):
        letter(cast, row, "cinta")
    with pytest.raises(DomainError, match="masa depan"):
        letter(cast, row, dated=TODAY + timedelta(days=90))


def test_between_provinces_each_biro_writes_in_its_own_name(cast):
    from tests.boundaries.rows import neighbour_province

    kaltara, malinau = neighbour_province()
    row = segment(cast.kukar, malinau)
    theirs = factories.person("biro.kaltara", ("biro_staff", kaltara))
    assert letter(cast, row, actor=theirs).keeper == kaltara
    assert letter(cast, row).keeper == cast.kaltim
