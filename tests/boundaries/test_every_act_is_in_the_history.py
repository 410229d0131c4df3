"""What is done to points, claims, evidence and files of a segment stands in its history, and only for who may read it."""

from decimal import Decimal

import pytest
from django.urls import reverse
from shapely import LineString

from boundaries.geo.lines import Reading
from boundaries.models import SegmentTrace
from boundaries.services.compromises import share_compromise
from boundaries.services.evidence import remark_on_evidence, withdraw_evidence
from boundaries.services.importing import apply_geometry, upload_geometry
from boundaries.services.line_bases import drop_base, state_base
from boundaries.services.lines import draft_line, state_line, withdraw_line
from boundaries.services.pillars import plan_pillars
from boundaries.services.points import add_points
from boundaries.services.points.changing import change_point, drop_point
from boundaries.services.points.judging import approve_points, judge_point
from boundaries.services.traces import changes
from ksd.deadlines.models import Notice
from tests.boundaries.point_rows import kinds, listed, written
from tests.boundaries.rows import segment
from tests.boundaries.sim_rows import EAST, alternative, claim, evidence, upload

HISTORY = reverse("boundaries:history", args=["64.02-64.07"])
POINTS = "nama;jenis;lintang;bujur\nTK 8;TK;-0.1;116.0\nTK 9;TK;-0.2;116.0\n"


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar)


def told(row):
    """The newest line of the history and what it adds."""
    newest = row.traces.first()
    return newest.label, newest.detail


def stated(actor, row, region, vertices=None, **facts):
    reading = Reading(LineString(vertices or EAST), ())
    draft = draft_line(actor=actor, segment=row, role="klaim", region=region, reading=reading, **facts)
    return state_line(actor=actor, draft=draft)


def test_points_added_judged_moved_and_taken_off(cast, row):
    one, two = add_points(
        actor=cast.officer, segment=row, rows=[written("TK 1"), written("TK 2", "-0.5, 116.0")]
    )
    assert told(row) == ("2 titik ditambahkan", "TK 1, TK 2")
    approve_points(actor=cast.partner, segment=row, region=cast.kubar, seen=[(one.pk, one.point.mark)])
    assert told(row) == ("1 titik disetujui (Kabupaten Kutai Barat)", "TK 1")
    judge_point(actor=cast.partner, listing=two, region=cast.kubar, verdict="keberatan", reason="Di seberang")
    assert told(row) == ("Titik TK 2: Keberatan diajukan (Kabupaten Kutai Barat)", "Di seberang")
    change_point(actor=cast.officer, listing=two, data=written("TK 2", "-0.6, 116.0"), reason="Salah ketik")
    assert told(row) == ("Titik TK 2: Posisi diubah", "Salah ketik")
    drop_point(actor=cast.officer, listing=two, reason="Ganda")
    assert told(row)[0] == "Titik TK 2: Dilepas dari daftar"
    plan_pillars(actor=cast.biro, segment=row, km_per_pillar=Decimal(5), basis="Rapat contoh")
    assert told(row) == ("Rencana pilar: satu pilar utama setiap 5 km", "Rapat contoh")


def test_a_node_that_moves_is_told_in_the_history_of_every_segment_it_belongs_to(cast, row):
    other = segment(cast.kubar, cast.paser)
    node = listed(row, "TK 1")
    listed_there = other.listed_points.create(point=node.point, label="TK 7", order=1)
    change_point(actor=cast.biro, listing=node, data=written("TK 1", "-0.5, 116.0"), reason="Ukur ulang")
    assert told(other) == (
        f"Titik {listed_there.label}: Posisi diubah",
        f"Diubah pada segmen {row}. Ukur ulang",
    )


def test_a_claim_stated_replaced_and_taken_back_is_told_to_the_other_side(cast, row):
    first = stated(cast.officer, row, cast.kukar)
    assert told(row)[0] == "Garis dinyatakan: Klaim daerah Kabupaten Kutai Kartanegara versi 1"
    assert list(Notice.objects.filter(kind="boundary_line").values_list("user", "link")) == [
        (person.pk, first.get_absolute_url()) for person in (cast.partner,)
    ]
    second = stated(cast.officer, row, cast.kukar, replaces=first, reason="Data baru")
    assert "Data baru" in told(row)[1]
    notice = Notice.objects.get(user=cast.partner, link=second.get_absolute_url())
    assert notice.title.startswith("Versi 2 menggantikan")
    withdraw_line(actor=cast.officer, line=second, reason="Dihitung ulang")
    assert told(row) == (
        "Garis ditarik: Klaim daerah Kabupaten Kutai Kartanegara versi 2", "Dihitung ulang",
    )  # fmt: skip
    assert not Notice.objects.filter(kind="boundary_line", user=cast.officer).exists()


def test_a_claim_written_down_by_the_province_is_told_to_its_own_side_too(cast, row):
    stated(cast.biro, row, cast.kukar)
    people = set(Notice.objects.filter(kind="boundary_line").values_list("user", flat=True))
    assert people >= {cast.officer.pk, cast.partner.pk}
    assert cast.biro.pk not in people


def test_files_applied_name_what_they_brought(cast, row):
    kinds()
    sent = upload_geometry(
        actor=cast.officer, upload=upload(POINTS, "titik.csv"), content="titik", segment=row,
        options={"datum": "srgi2013", "method": ""},
    )  # fmt: skip
    apply_geometry(actor=cast.officer, imported=sent)
    assert told(row) == ("2 titik diimpor dari berkas titik.csv", "TK 8, TK 9")
    assert [change.act for change in row.listed_points.get(label="TK 9").point.changes.all()] == [
        "ditambahkan"
    ]


def test_the_base_of_a_stretch_is_told_but_a_document_kept_private_is_not_named(cast, row):
    line = claim(row, cast.kukar, EAST)
    open_one = evidence(cast.officer, row, cast.kukar, title="Staatsblad contoh")
    base = state_base(actor=cast.officer, line=line, evidence=open_one, start="1", end="2")
    assert told(row)[1] == "Titik 1–2: Staatsblad contoh"
    drop_base(actor=cast.officer, base=base)
    assert told(row)[0].endswith("dihapus")
    secret = evidence(cast.officer, row, cast.kukar, title="Rahasia contoh", level="sendiri")
    state_base(actor=cast.officer, line=line, evidence=secret, start="1", end="2")
    assert told(row)[1] == "Titik 1–2: dokumen terbatas"


def test_evidence_is_told_in_the_history_to_who_may_read_it(cast, signed_in, row):
    shown = evidence(cast.officer, row, cast.kukar, title="Staatsblad contoh")
    remark_on_evidence(actor=cast.partner, evidence=shown, verdict="ditolak", reason="Terlalu kecil")
    withdraw_evidence(actor=cast.officer, evidence=shown, reason="Diganti")
    evidence(cast.officer, row, cast.kukar, title="Rahasia contoh", level="sendiri")
    ours, theirs = (signed_in(who).get(HISTORY).content.decode() for who in (cast.officer, cast.partner))
    for page in (ours, theirs):
        for words in ("Bukti diajukan: Staatsblad contoh", "Tidak dapat diterima", "Bukti ditarik"):
            assert words in page
    assert "Rahasia contoh" in ours
    assert "Rahasia contoh" not in theirs


def test_a_compromise_is_in_the_history_only_once_it_is_shared(cast, row):
    draft = alternative(cast.biro, row)
    assert not SegmentTrace.objects.exists()
    share_compromise(actor=cast.biro, compromise=draft, seen=draft.revision, note="Untuk dibahas")
    assert told(row) == ("Usul garis kompromi “Alternatif A” dibagikan", "Untuk dibahas")


def test_what_was_left_empty_is_not_told_as_a_change():
    told = changes([("Nama", None, "Ruas 1"), ("Arah", None, ""), ("Catatan", "", "")])
    assert told == "Nama: – → Ruas 1"
