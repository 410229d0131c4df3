"""Writing down that a segment came to another stage, or that an entry was wrong."""

from datetime import date
from typing import Any

import pytest

from boundaries.choices import ChangeAct, SegmentKind, Stage
from boundaries.services import change_stage, correct_stage, may_manage
from boundaries.workflow.stages import ENTRIES, may_follow, steps_from
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady, StaleForm
from tests import factories
from tests.boundaries.register_rows import court_case, decree, paper
from tests.boundaries.rows import neighbour_province, segment

ON = date(2026, 11, 1)


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar)


@pytest.fixture
def minutes(cast, row):
    return paper(row, cast.biro)


def move(actor, row, act=change_stage, **given):
    values: dict[str, Any] = {
        "stage": Stage.PENGUKURAN,
        "on": ON,
        "reason": "BA Formulir 02.A ditandatangani",
    } | given
    return act(actor=actor, segment=row, **values)


def test_a_change_moves_the_segment_and_leaves_who_when_why_and_on_what(cast, row, minutes):
    change = move(cast.biro, row, paper=minutes)
    row.refresh_from_db()
    assert (row.stage, row.stage_since, row.days_in_stage) == (Stage.PENGUKURAN, ON, 20)
    assert (change.actor, change.from_stage, change.to_stage) == (cast.biro, "pelacakan", "pengukuran")
    assert (change.act, change.paper) == (ChangeAct.LANGKAH, minutes)
    assert change.reason == "BA Formulir 02.A ditandatangani"
    assert str(change) == "Pelacakan batas → Pengukuran dan penentuan posisi batas"


def test_the_province_of_either_side_may_and_nobody_else(cast):
    kaltara, malinau = neighbour_province()
    row = segment(cast.kukar, malinau)
    theirs = factories.person("biro.kaltara", ("biro_staff", kaltara))
    for person in (cast.biro, cast.head, theirs):
        assert may_manage(person, row)
    for person in (cast.officer, cast.observer, cast.admin, cast.stranger, cast.nobody, None):
        assert not may_manage(person, row)


@pytest.mark.parametrize("act", [change_stage, correct_stage])
@pytest.mark.parametrize("who", ["officer", "observer", "stranger", "nobody", "admin"])
def test_who_may_not_is_refused_and_nothing_changes(cast, row, who, act):
    with pytest.raises(NotAllowed, match="tidak berwenang mengubah catatan"):
        move(getattr(cast, who), row, act)
    row.refresh_from_db()
    assert row.stage == Stage.PELACAKAN
    assert not row.changes.exists()


@pytest.mark.parametrize(
    ("given", "refusal", "message"),
    [
        ({"stage": "pelacakan"}, ImpossibleStep, "memang sudah berada"),
        ({"stage": "terbang"}, ImpossibleStep, "tidak dikenal"),
        ({"stage": "ditetapkan"}, ImpossibleStep, "tidak mengikuti “Pelacakan batas”"),
        ({"stage": "garis_kajian_kemendagri"}, ImpossibleStep, "tidak mengikuti"),
        ({"reason": "  "}, DomainError, "Alasan wajib diisi"),
        ({"on": date(2026, 11, 22)}, DomainError, "masa depan"),
        ({"seen_stage": "pengukuran"}, StaleForm, "tahapan segmen berubah"),
        ({}, NotReady, "bertumpu pada dokumen: Berita acara"),
    ],
)
def test_nonsense_is_refused_by_message(cast, row, given, refusal, message):
    with pytest.raises(refusal, match=message):
        move(cast.biro, row, **given)
    assert not row.changes.exists()


def test_a_document_of_another_kind_or_of_another_segment_is_none(cast, row):
    with pytest.raises(NotReady, match="bertumpu pada dokumen"):
        move(cast.biro, row, paper=paper(row, cast.biro, "foto"))
    strange = paper(segment(cast.kukar, cast.paser), cast.biro)
    with pytest.raises(DomainError, match="bukan dokumen segmen ini"):
        move(cast.biro, row, paper=strange)


def test_a_stage_does_not_begin_before_the_one_it_follows(cast, row, minutes):
    type(row).objects.update(stage_since=date(2026, 11, 5))
    with pytest.raises(DomainError, match="sebelum tahapan sekarang, 5 November 2026"):
        move(cast.biro, row, paper=minutes)


def test_no_segment_is_settled_without_its_regulation_and_document(cast, row):
    type(row).objects.update(stage=Stage.PENYUSUNAN_DRAF)
    with pytest.raises(NotReady, match="peraturannya belum dicatat"):
        move(cast.biro, row, stage="ditetapkan")
    decree(row, number="9", year=2026)
    with pytest.raises(NotReady, match="Permendagri dan lampirannya"):
        move(cast.biro, row, stage="ditetapkan")
    move(cast.biro, row, stage="ditetapkan", paper=paper(row, cast.biro, "permendagri"))
    row.refresh_from_db()
    assert row.is_settled


def test_an_old_basis_settles_nothing(cast, row):
    type(row).objects.update(stage=Stage.PENYUSUNAN_DRAF)
    decree(row, number="21", year=1987, kind="pp", role="dasar_lama")
    with pytest.raises(NotReady, match="belum dicatat"):
        move(cast.biro, row, stage="ditetapkan")


def test_a_review_is_entered_with_its_case(cast, row):
    type(row).objects.update(stage=Stage.PEMELIHARAAN)
    with pytest.raises(NotReady, match="Perkaranya belum dicatat"):
        move(cast.biro, row, stage="digugat_ma")
    court_case(row, court="mk")
    with pytest.raises(NotReady, match="Perkaranya belum dicatat"):
        move(cast.biro, row, stage="digugat_ma")
    court_case(row)
    move(cast.biro, row, stage="digugat_ma")
    row.refresh_from_db()
    assert row.is_settled


def test_what_is_found_may_be_any_stage_with_its_reason(cast, row):
    type(row).objects.update(stage=Stage.BELUM_DIKETAHUI)
    with pytest.raises(DomainError, match="Alasan wajib"):
        move(cast.biro, row, stage="fasilitasi_pbd_pusat", reason="")
    with pytest.raises(NotReady, match="belum dicatat"):
        move(cast.biro, row, stage="ditetapkan")
    change = move(cast.biro, row, stage="fasilitasi_pbd_pusat", on=date(2021, 9, 1))
    assert change.act == ChangeAct.KEADAAN


def test_a_wrong_entry_is_put_right_and_stays_readable(cast, row):
    type(row).objects.update(stage_since=date(2026, 10, 1))
    change = move(
        cast.biro, row, correct_stage, stage="penyiapan_dokumen", reason="Salah catat", seen_stage="pelacakan"
    )
    row.refresh_from_db()
    assert (row.stage, row.stage_since) == (Stage.PENYIAPAN_DOKUMEN, ON)
    assert (change.act, change.from_stage, change.from_since) == (
        ChangeAct.RALAT,
        "pelacakan",
        date(2026, 10, 1),
    )


def test_a_day_alone_is_put_right_but_nothing_for_nothing(cast, row):
    move(cast.biro, row, correct_stage, stage="pelacakan", on=date(2025, 1, 2))
    row.refresh_from_db()
    assert row.stage_since == date(2025, 1, 2)
    with pytest.raises(ImpossibleStep, match="sama dengan yang sudah tercatat"):
        move(cast.biro, row, correct_stage, stage="pelacakan", on=date(2025, 1, 2))
    with pytest.raises(NotReady, match="belum dicatat"):
        move(cast.biro, row, correct_stage, stage="ditetapkan")


def test_what_nobody_knows_has_no_since(cast, row):
    move(cast.biro, row, correct_stage, stage="belum_diketahui")
    row.refresh_from_db()
    assert row.stage_since is None


def test_inside_a_province_the_governor_comes_before_the_minister(cast, row):
    inside = SegmentKind.DALAM_PROVINSI
    assert may_follow(Stage.BERSELISIH, Stage.FASILITASI_GUBERNUR, inside)
    assert not may_follow(Stage.BERSELISIH, Stage.DISERAHKAN_KE_MENTERI, inside)
    assert may_follow(Stage.KEPUTUSAN_GUBERNUR, Stage.DISERAHKAN_KE_MENTERI, inside)


def test_between_provinces_the_minister_decides_directly(cast):
    _kaltara, malinau = neighbour_province()
    row = segment(cast.kukar, malinau, stage=Stage.BERSELISIH)
    between = SegmentKind.ANTAR_PROVINSI
    assert [step.stage for step in steps_from(Stage.BERSELISIH, between)] == ["diserahkan_ke_menteri"]
    for act in (change_stage, correct_stage):
        with pytest.raises(ImpossibleStep, match="hanya untuk segmen di dalam satu provinsi") as refused:
            move(cast.biro, row, act, stage="fasilitasi_gubernur")
        assert refused.value.article == "Pasal 370 UU 23/2014"
    letter = paper(row, cast.biro, "surat_ke_menteri")
    move(cast.biro, row, stage="diserahkan_ke_menteri", paper=letter)


@pytest.mark.parametrize("kind", SegmentKind.values)
@pytest.mark.parametrize("source", Stage.values)
def test_every_pair_of_stages_answers_as_the_table_says(cast, source, kind):
    other = cast.kubar if kind == SegmentKind.DALAM_PROVINSI else neighbour_province()[1]
    row = segment(cast.kukar, other, stage=source)
    decree(row)
    papers = {code: paper(row, cast.biro, code) for step in ENTRIES for code in step.papers}
    for court in ("ma", "mk"):
        court_case(row, court=court)
    for entry in ENTRIES:
        type(row).objects.filter(pk=row.pk).update(stage=source)
        given = {"stage": entry.stage, "paper": papers[entry.papers[0]] if entry.papers else None}
        known = source == Stage.BELUM_DIKETAHUI and bool(entry.after(kind))
        if known or source in entry.after(kind):
            assert move(cast.biro, row, **given).to_stage == entry.stage
        else:
            with pytest.raises(ImpossibleStep):
                move(cast.biro, row, **given)


def test_every_stage_but_the_first_two_has_its_entry():
    first = {Stage.BELUM_DIKETAHUI, Stage.BELUM_DIBAHAS}
    assert {entry.stage for entry in ENTRIES} == set(Stage) - first
    assert len(ENTRIES) == len({entry.stage for entry in ENTRIES})
    assert all(stage in set(Stage) for entry in ENTRIES for stage in (*entry.sources, *(entry.between or ())))


def test_every_stage_leads_on_to_a_decree():
    for kind in SegmentKind.values:
        reached = {Stage.DITETAPKAN.value}
        for _time in ENTRIES:
            reached |= {
                stage for stage in Stage.values if {step.stage for step in steps_from(stage, kind)} & reached
            }
        closed = {entry.stage for entry in ENTRIES if not entry.after(kind)}
        assert set(Stage.values) - reached - closed == {"belum_diketahui"}
