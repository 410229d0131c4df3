"""Who signs which form (Lampiran Permendagri 141/2017), and that unread rules only remind."""

import tomllib
from pathlib import Path

import pytest

from boundaries import law
from boundaries.choices import SegmentKind, SignerState
from boundaries.law.forms import TABLE, read_form
from boundaries.services.minutes import number_minutes
from boundaries.services.signers import add_witness, missing_signers, record_signature
from ksd.core.errors import DomainError, NotAllowed
from tests.boundaries.pbd_rows import DAY, all_teams, minutes
from tests.boundaries.rows import neighbour_province, segment

ALL = {"kabkota", "provinsi", "pusat"}
INSIDE, BETWEEN = SegmentKind.DALAM_PROVINSI, SegmentKind.ANTAR_PROVINSI
MATRIX = {
    ("ba_01", INSIDE): ALL,
    ("ba_01", BETWEEN): ALL,
    ("ba_02a", INSIDE): ALL,
    ("ba_02a", BETWEEN): ALL,
    ("ba_02b", INSIDE): {"kabkota", "provinsi"},
    ("ba_02b", BETWEEN): ALL,
    ("ba_ukur_kartometrik", INSIDE): ALL,
    ("ba_ukur_kartometrik", BETWEEN): ALL,
    ("ba_ukur_lapangan", INSIDE): {"kabkota"},
    ("ba_ukur_lapangan", BETWEEN): {"kabkota"},
    ("ba_peta", INSIDE): {"kabkota"},
    ("ba_peta", BETWEEN): {"kabkota"},
    ("ba_rapat", INSIDE): {"kabkota", "provinsi"},
    ("ba_rapat", BETWEEN): {"kabkota", "provinsi"},
}


def test_every_form_is_in_the_matrix():
    assert {(rule.code, kind) for rule in law.forms() for kind in SegmentKind} == set(MATRIX)


@pytest.mark.parametrize(("form", "kind"), MATRIX)
def test_who_must_sign_each_form_inside_a_province_and_between_two(form, kind):
    must = {row.level for row in law.form_of(form).signers_for(kind) if row.must}
    assert must == MATRIX[form, kind]


def test_only_form_numbers_read_in_the_annex_are_shown():
    numbers = {rule.code: rule.number for rule in law.forms() if rule.number}
    assert numbers == {"ba_01": "Formulir 01", "ba_02a": "Formulir 02.A", "ba_02b": "Formulir 02.B"}
    assert all(law.form_of(code).verified for code in numbers)
    assert not law.form_of("ba_ukur_lapangan").verified


def test_a_field_survey_inside_one_province_goes_without_the_central_team():
    inside = {row.level for row in law.form_of("ba_02b").signers_for(INSIDE)}
    assert "pusat" not in inside
    assert "pusat" in {row.level for row in law.form_of("ba_02b").signers_for(BETWEEN)}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"article": ""}, "an article or internal"),
        ({"stage": "terbang"}, "a known stage"),
        ({"method": "drone"}, "a known method"),
        ({"verified": False}, "no number of its own"),
        ({"signers": []}, "signers for every kind"),
        ({"signers": [{"level": "camat", "kinds": ["dalam_provinsi"], "article": "x"}]}, "a known level"),
        ({"signers": [{"level": "pusat", "kinds": ["laut"], "article": "x"}]}, "known kinds"),
        ({"signers": [{"level": "pusat", "kinds": ["dalam_provinsi"]}]}, "an article for pusat"),
        (
            {
                "signers": [
                    {"level": "pusat", "kinds": ["dalam_provinsi"], "internal": True, "verified": True}
                ]
            },
            "was verified in",
        ),
    ],
)
def test_a_faulty_form_is_refused_when_it_is_read(change, message):
    row = tomllib.loads(Path(TABLE).read_text(encoding="utf-8"))["form"][0]
    with pytest.raises(ValueError, match=message):
        read_form(row | change)


def test_signers_come_from_the_form_and_the_teams_in_force(cast):
    all_teams(cast)
    row = minutes(cast, segment(cast.kukar, cast.kubar))
    names = [(signer.region.code, signer.name, signer.must) for signer in row.signers.all()]
    assert names == [
        ("64.02", "Ketua 64.02 (contoh)", True),
        ("64.07", "Ketua 64.07 (contoh)", True),
        ("64", "Ketua 64 (contoh)", True),
        ("00", "Ketua 00 (contoh)", True),
    ]
    assert {signer.article for signer in row.signers.all()} == {"Lampiran Permendagri 141/2017"}


def test_a_team_nobody_recorded_is_named_as_missing(cast):
    row = minutes(cast, segment(cast.kukar, cast.kubar))
    assert next(str(signer) for signer in row.signers.all()).startswith("belum ditentukan, Tim PBD Kabupaten")
    assert len(missing_signers(row)) == 4
    assert "Tim PBD Pusat: belum ditentukan (Lampiran Permendagri 141/2017)" in missing_signers(row)


def test_between_provinces_both_provincial_teams_sign(cast):
    kaltara, malinau = neighbour_province()
    row = minutes(cast, segment(cast.kukar, malinau), "ba_02b")
    assert [signer.region.code for signer in row.signers.all()] == ["64.02", "65.02", "64", "65", "00"]
    assert row.keeper == cast.kaltim
    assert kaltara.pk in {signer.region_id for signer in row.signers.all()}


def test_several_segments_on_one_paper_ask_every_team_once(cast):
    first, second = segment(cast.kukar, cast.kubar), segment(cast.kubar, cast.paser)
    row = minutes(cast, first, others=[second])
    assert [signer.region.code for signer in row.signers.all()] == ["64.01", "64.02", "64.07", "64", "00"]


def test_an_unread_signer_only_reminds(cast):
    row = minutes(cast, segment(cast.kukar, cast.kubar), "ba_peta")
    by_code = {signer.region.code: signer for signer in row.signers.all()}
    assert not by_code["64"].must
    assert not by_code["00"].verified
    assert len(missing_signers(row)) == 2


def test_a_camat_may_sign_along_and_nobody_waits_for_him(cast):
    all_teams(cast)
    row = minutes(cast, segment(cast.kukar, cast.kubar))
    given = {"kind": "camat", "region": cast.kukar, "name": "Camat (contoh)", "title": "Camat Muara Jawa"}
    added = add_witness(actor=cast.biro, minutes=row, **given)
    assert not added.must
    assert len(missing_signers(row)) == 4
    number_minutes(actor=cast.biro, minutes=row)
    signed = record_signature(actor=cast.officer, minutes=row, signer=added, on=DAY)
    assert signed.state == SignerState.MENANDATANGANI
    with pytest.raises(DomainError, match="sudah tercantum"):
        add_witness(actor=cast.biro, minutes=row, **given)
    with pytest.raises(DomainError, match="bukan pihak"):
        add_witness(actor=cast.biro, minutes=row, **(given | {"region": cast.paser}))
    with pytest.raises(NotAllowed):
        add_witness(actor=cast.officer, minutes=row, **(given | {"name": "Lain"}))
