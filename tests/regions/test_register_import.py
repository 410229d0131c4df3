"""Changing the register: nothing before a confirmation, everything in one piece, nothing deleted."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from ksd.core.errors import ImpossibleStep, NotAllowed, StaleForm
from regions.models import Region, RegionChange, RegionImport, RegionSuccession
from regions.register_diff import Diff, Ended, is_suspicious
from regions.services.register import apply_import, cancel_import, preview_import
from tests import factories

KALTIM = "64,Kalimantan Timur\n64.01,Paser\n64.02,Kutai Kartanegara\n64.07,Kutai Barat\n"
DAY = date(2026, 11, 1)


@pytest.fixture
def minister(cast):
    return factories.person("admin.pusat", ("admin", cast.nation), is_staff=True)


def preview(actor, scope, rows, heading="code,name", day=DAY):
    upload = SimpleUploadedFile("daftar.csv", f"{heading}\n{rows}".encode())
    return preview_import(
        actor=actor, upload=upload, source="Kepmendagri contoh", effective_on=day, scope=scope
    )


def codes():
    return list(Region.objects.current().values_list("code", flat=True))


def test_a_preview_changes_nothing(cast, minister):
    made = preview(minister, cast.nation, "64,Kalimantan Timur\n64.02,Kutai Raya\n64.12,Contoh Baru\n")
    assert [row["code"] for row in made.diff["ended"]] == ["64.01", "64.07"]
    assert made.diff["renamed"][0]["before"] == "Kabupaten Kutai Kartanegara"
    assert made.diff["renamed"][0]["after"] == "Kabupaten Kutai Raya"
    assert [row["code"] for row in made.diff["added"]] == ["64.12"]
    assert made.diff["same"] == 1
    assert codes() == ["00", "64", "64.01", "64.02", "64.07"]
    assert not RegionChange.objects.exists()


def test_applying_adds_renames_and_ends_without_deleting(cast, minister):
    rows = "64,Kalimantan Timur,\n64.02,Kutai Raya,\n64.07,KUTAI BARAT,\n64.12,Contoh Baru,64.02\n"
    made = preview(minister, cast.nation, rows, "code,name,predecessor")
    apply_import(actor=minister, upload=made)
    assert codes() == ["00", "64", "64.02", "64.07", "64.12"]
    cast.paser.refresh_from_db()
    assert cast.paser.valid_to == date(2026, 10, 31)
    cast.kukar.refresh_from_db()
    assert cast.kukar.name == "Kutai Raya"
    assert Region.objects.get(code="64.07").name == "Kutai Barat"
    split = RegionSuccession.objects.get()
    assert (split.predecessor, split.successor.code, split.on) == (cast.kukar, "64.12", DAY)
    assert sorted(RegionChange.objects.values_list("what", flat=True)) == ["added", "ended", "renamed"]
    made.refresh_from_db()
    assert (made.state, made.closed_by) == ("applied", minister)


def test_a_region_that_moves_to_a_new_province_stays_the_same_region(cast, minister):
    rows = (
        "64,Kalimantan Timur\n64.02,Kutai Kartanegara\n64.07,Kutai Barat\n65,Kalimantan Utara\n65.01,Paser\n"
    )
    apply_import(actor=minister, upload=preview(minister, cast.nation, rows))
    cast.paser.refresh_from_db()
    assert (cast.paser.code, cast.paser.parent.code, cast.paser.valid_to) == ("65.01", "65", None)
    change = RegionChange.objects.get(region=cast.paser)
    assert (change.what, change.before, change.after) == ("moved", "64.01", "65.01")


def test_two_regions_that_swap_codes_are_moved_and_not_renamed(cast, minister):
    rows = "64,Kalimantan Timur\n64.01,Kutai Barat\n64.02,Kutai Kartanegara\n64.07,Paser\n"
    made = preview(minister, cast.nation, rows)
    assert made.diff["renamed"] == []
    apply_import(actor=minister, upload=made)
    cast.paser.refresh_from_db()
    cast.kubar.refresh_from_db()
    assert (cast.paser.code, cast.kubar.code) == ("64.07", "64.01")


def test_a_list_equal_to_the_register_changes_nothing(cast, minister):
    made = preview(minister, cast.nation, KALTIM.upper())
    assert made.diff == {"added": [], "renamed": [], "moved": [], "ended": [], "same": 4}


def test_a_preview_of_an_older_register_is_refused(cast, minister):
    made = preview(minister, cast.nation, "64,Kalimantan Timur\n64.02,Kutai Raya\n")
    Region.objects.filter(pk=cast.kubar.pk).update(name="Kutai Barat Daya")
    with pytest.raises(StaleForm, match="sudah berubah sejak pratinjau"):
        apply_import(actor=minister, upload=made)
    assert "64.01" in codes()


def test_an_import_is_applied_or_cancelled_once(cast, minister):
    made = preview(minister, cast.nation, KALTIM + "64.12,Contoh Baru\n")
    apply_import(actor=minister, upload=made)
    with pytest.raises(ImpossibleStep, match="sudah diterapkan"):
        apply_import(actor=minister, upload=made)
    with pytest.raises(ImpossibleStep, match="sudah diterapkan"):
        cancel_import(actor=minister, upload=made)
    other = preview(minister, cast.nation, KALTIM)
    cancel_import(actor=minister, upload=other)
    with pytest.raises(ImpossibleStep, match="sudah dibatalkan"):
        apply_import(actor=minister, upload=other)
    assert codes().count("64.12") == 1


def test_a_failing_import_leaves_the_register_whole(cast, minister):
    Region.objects.filter(pk=cast.paser.pk).update(valid_from=date(2026, 11, 10))
    made = preview(minister, cast.nation, "64,Kalimantan Timur\n64.02,Kutai Raya\n")
    with pytest.raises(Exception, match="baru berlaku sejak 10 November 2026"):
        apply_import(actor=minister, upload=made)
    cast.kukar.refresh_from_db()
    assert cast.kukar.name == "Kutai Kartanegara"
    assert RegionImport.objects.get().state == "preview"


def test_a_day_that_has_not_come_is_refused(cast, minister):
    with pytest.raises(ValidationError, match="belum tiba"):
        preview(minister, cast.nation, KALTIM, day=date(2027, 1, 1))


def test_a_faulty_file_makes_no_preview(cast, minister):
    with pytest.raises(ValidationError, match="Baris 2"):
        preview(minister, cast.nation, "64.2,Salah\n")
    assert not RegionImport.objects.exists()


def test_a_provincial_admin_imports_the_own_province_only(cast):
    south = factories.region("63", "Kalimantan Selatan", "provinsi", cast.nation)
    made = preview(cast.admin, cast.kaltim, "64.02,Kutai Raya\n64.01,Paser\n64.07,Kutai Barat\n")
    assert made.diff["ended"] == []
    apply_import(actor=cast.admin, upload=made)
    assert "63" in codes()
    for scope in (cast.nation, south):
        with pytest.raises(NotAllowed, match="tidak berwenang mengubah daftar wilayah"):
            preview(cast.admin, scope, KALTIM)


def test_nobody_else_imports(cast, minister):
    made = preview(minister, cast.nation, KALTIM)
    for person in (cast.biro, cast.officer, cast.observer, cast.nobody):
        with pytest.raises(NotAllowed):
            preview(person, cast.kaltim, KALTIM)
        with pytest.raises(NotAllowed):
            apply_import(actor=person, upload=made)
        with pytest.raises(NotAllowed):
            cancel_import(actor=person, upload=made)


def test_a_file_that_would_end_much_is_suspicious():
    def ending(count, same):
        rows = [Ended(pk=number, code=f"64.{number}", name="Contoh") for number in range(count)]
        return Diff(added=[], renamed=[], moved=[], ended=rows, same=same)

    assert is_suspicious(ending(7, 3))
    assert is_suspicious(ending(40, 512))
    assert not is_suspicious(ending(1, 9))
    assert not is_suspicious(ending(5, 547))
