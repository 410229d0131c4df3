"""Evidence: who brings it, who may read it, what the other side says, and on what each stretch of a claim rests."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from boundaries.models import Evidence, EvidenceRemark, LineEvidence
from boundaries.services.evidence import EvidenceData, add_evidence, remark_on_evidence, withdraw_evidence
from boundaries.services.line_bases import drop_base, state_base, stretches, vertex_of
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from tests.boundaries.rows import neighbour_province, segment
from tests.boundaries.sim_rows import EAST, both_claims, claim, evidence
from tests.factories import person

SLUG = "64.02-64.07"
LIST = reverse("boundaries:evidence", args=[SLUG])
ADD = reverse("boundaries:evidence_add", args=[SLUG])
MAP = {"kind": "peta_lama", "title": "Peta contoh", "scale": 250_000, "source": "contoh", "year": 1999}


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar)


@pytest.fixture
def claimed(row):
    return both_claims(row)[0]


def sent(client, address, **given):
    form = client.get(address).context["form"]
    return client.post(address, {"form_token": form["form_token"].value()} | given)


@pytest.mark.parametrize(
    ("who", "side"), [("officer", "kukar"), ("partner", "kubar"), ("biro", "kukar"), ("biro", "kubar")]
)
def test_each_side_brings_its_own_evidence_and_the_biro_writes_for_both(cast, signed_in, row, who, side):
    client = signed_in(getattr(cast, who))
    given = {
        "region": getattr(cast, side).pk,
        "kind": "hukum",
        "title": "UU 47/1999 contoh",
        "level": "para_pihak",
    }
    assert sent(client, ADD, **given).status_code == 302
    assert Evidence.objects.get().region == getattr(cast, side)
    assert "UU 47/1999 contoh" in client.get(LIST).content.decode()


def test_nobody_brings_evidence_for_the_other_side(cast, signed_in, row):
    given = {"region": cast.kubar.pk, "kind": "hukum", "title": "X", "level": "para_pihak"}
    assert sent(signed_in(cast.officer), ADD, **given).status_code == 422
    with pytest.raises(NotAllowed, match="atas nama Kabupaten Kutai Barat"):
        evidence(cast.officer, row, cast.kubar)
    with pytest.raises(NotAllowed):
        evidence(cast.biro, row, cast.paser)


@pytest.mark.parametrize(
    ("who", "status"), [("observer", 403), ("admin", 403), ("stranger", 404), ("nobody", 404)]
)
def test_readers_and_strangers_add_nothing(cast, signed_in, row, who, status):
    client = signed_in(getattr(cast, who))
    assert client.get(ADD).status_code == client.post(ADD).status_code == status


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        (MAP | {"scale": None}, "skala, sumber, dan tahunnya"),
        (MAP | {"fitness": "tidak_layak"}, "menyebut alasannya"),
        (MAP | {"year": 2099}, "masa depan"),
        ({"kind": "kesaksian", "witness": ""}, "Sebutkan saksinya"),
        ({"kind": "kesaksian", "witness": "A.B.", "level": "publik"}, "tidak dibuka untuk umum"),
        ({"kind": "kesaksian", "witness": "A.B. 6402 0101 0101 0001"}, "NIK"),
        ({"kind": "kesaksian", "witness": "A.B.", "note": "hp 0812-3456-7890"}, "nomor telepon"),
    ],
)
def test_what_a_kind_asks_must_be_said(cast, row, facts, word):
    with pytest.raises(DomainError, match=word) as refused:
        evidence(cast.officer, row, cast.kukar, **facts)
    assert refused.value.status == 422
    assert not Evidence.objects.exists()


def test_a_scale_of_a_law_is_not_kept(cast, row):
    assert evidence(cast.officer, row, cast.kukar, scale=1000, witness="A.B.").witness == ""


def test_the_database_itself_keeps_testimony_from_the_public(cast, row):
    found = evidence(cast.officer, row, cast.kukar, kind="kesaksian", witness="A.B., tokoh adat")
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.filter(pk=found.pk).update(level="publik")


def test_confidential_evidence_is_read_by_its_own_side_and_the_province_only(cast, signed_in, row):
    own = evidence(cast.officer, row, cast.kukar, title="Rahasia-K", level="sendiri")
    evidence(cast.officer, row, cast.kukar, title="Bersama-K")
    evidence(cast.officer, row, cast.kukar, title="Umum-K", level="publik")
    seen = {who: set(Evidence.objects.visible_to(getattr(cast, who)).values_list("title", flat=True)) for who in
            ("officer", "observer", "biro", "partner", "stranger", "nobody")}  # fmt: skip
    assert seen["officer"] == seen["observer"] == seen["biro"] == {"Rahasia-K", "Bersama-K", "Umum-K"}
    assert seen["partner"] == {"Bersama-K", "Umum-K"}
    assert seen["stranger"] == seen["nobody"] == set()
    assert {found.title for found in Evidence.objects.public()} == {"Umum-K"}
    client = signed_in(cast.partner)
    assert "Rahasia-K" not in client.get(LIST).content.decode()
    for name in ("evidence_detail", "evidence_withdraw", "evidence_file"):
        assert client.get(reverse(f"boundaries:{name}", args=[SLUG, own.pk])).status_code == 404


def test_the_other_province_does_not_read_what_a_side_keeps(cast):
    kaltara, malinau = neighbour_province()
    both = segment(cast.kukar, malinau)
    evidence(cast.biro, both, cast.kukar, level="sendiri")
    theirs = person("biro.kaltara", ("biro_staff", kaltara))
    assert not Evidence.objects.visible_to(theirs).exists()


def test_the_other_side_does_not_read_who_testified(cast, signed_in, row):
    found = evidence(cast.officer, row, cast.kukar, kind="kesaksian", witness="Saksi-Z, tokoh adat")
    address = found.get_absolute_url()
    assert "Saksi-Z" in signed_in(cast.officer).get(address).content.decode()
    text = signed_in(cast.partner).get(address).content.decode()
    assert "Saksi-Z" not in text
    assert "identitas dibatasi" in text


def test_only_the_other_side_or_the_biro_for_it_remarks(cast, signed_in, row):
    found = evidence(cast.officer, row, cast.kukar, **MAP)
    with pytest.raises(NotAllowed):
        remark_on_evidence(actor=cast.officer, evidence=found, verdict="diterima", reason="ya")
    assert signed_in(cast.officer).post(found.get_absolute_url()).status_code == 403
    client = signed_in(cast.partner)
    given = {"verdict": "ditolak", "reason": "Skalanya terlalu kecil."}
    assert sent(client, found.get_absolute_url(), **given).status_code == 302
    assert EvidenceRemark.objects.get().region == cast.kubar
    assert "Tidak dapat diterima" in client.get(LIST).content.decode()


def test_evidence_not_shown_to_the_other_side_gets_no_remark(cast, row):
    found = evidence(cast.officer, row, cast.kukar, level="sendiri")
    with pytest.raises(ImpossibleStep, match="belum diperlihatkan"):
        remark_on_evidence(actor=cast.biro, evidence=found, verdict="diterima", reason="ya")


def test_evidence_is_withdrawn_once_with_its_reason(cast, signed_in, row):
    found = evidence(cast.officer, row, cast.kukar)
    address = reverse("boundaries:evidence_withdraw", args=[SLUG, found.pk])
    assert signed_in(cast.partner).get(address).status_code == 403
    client = signed_in(cast.officer)
    assert sent(client, address, reason="").status_code == 422
    assert sent(client, address, reason="salah unggah").status_code == 302
    with pytest.raises(ImpossibleStep, match="sudah ditarik"):
        withdraw_evidence(actor=cast.officer, evidence=found, reason="lagi")
    with pytest.raises(ImpossibleStep, match="sudah ditarik"):
        remark_on_evidence(actor=cast.partner, evidence=found, verdict="diterima", reason="ya")
    assert "salah unggah" in client.get(found.get_absolute_url()).content.decode()


def test_a_claim_says_on_what_each_stretch_rests_and_gaps_are_named(cast, claimed, row):
    law = evidence(cast.officer, row, cast.kukar)
    state_base(actor=cast.officer, line=claimed, evidence=law, start="2", end="3")
    found = stretches(claimed, cast.officer)
    assert [(part.first, part.last, part.title) for part in found] == [
        (1, 2, "tanpa dasar"),
        (2, 3, "UU contoh"),
    ]
    assert sum(part.length_m for part in found) == pytest.approx(claimed.length_m)
    withdraw_evidence(actor=cast.officer, evidence=law, reason="x")
    assert all(part.is_bare for part in stretches(claimed, cast.officer))


@pytest.mark.parametrize(
    ("start", "end", "word"),
    [
        ("2", "2", "lebih awal"), ("3", "1", "lebih awal"), ("0", "2", "tidak ada"), ("1", "4", "berjumlah 3 titik"),
        ("TK 9", "2", "tidak dikenal"), ("1", "9" * 30, "tidak dikenal"), ("-1", "2", "tidak dikenal"),
    ],
)  # fmt: skip
def test_a_stretch_keeps_within_its_line(cast, claimed, row, start, end, word):
    law = evidence(cast.officer, row, cast.kukar)
    with pytest.raises(DomainError, match=word):
        state_base(actor=cast.officer, line=claimed, evidence=law, start=start, end=end)


def test_stretches_never_overlap_but_may_meet(cast, row):
    line = claim(row, cast.kukar, [(116.0, n / 100) for n in range(11)])
    law = evidence(cast.officer, row, cast.kukar)
    first = state_base(actor=cast.officer, line=line, evidence=law, start="1", end="5")
    state_base(actor=cast.officer, line=line, evidence=law, start="5", end="8")
    for start, end in (("1", "5"), ("4", "6"), ("2", "3"), ("1", "11")):
        with pytest.raises(ImpossibleStep, match="bertumpuk dengan titik"):
            state_base(actor=cast.officer, line=line, evidence=law, start=start, end=end)
    drop_base(actor=cast.officer, base=first)
    assert [part.title for part in stretches(line, cast.officer)] == [
        "tanpa dasar",
        "UU contoh",
        "tanpa dasar",
    ]


def test_a_point_of_the_segment_names_its_vertex(cast, claimed, row):
    from boundaries.models import BoundaryPoint, PointKind, SegmentPoint

    kind = PointKind.objects.get_or_create(code="TK", defaults={"name": "contoh"})[0]
    for label, lon, lat in (("TK 1A", "116.1", "0.05"), ("TK 2", "116.5", "0.5")):
        point = BoundaryPoint.objects.create(kind=kind, lon=lon, lat=lat)
        SegmentPoint.objects.create(segment=row, point=point, label=label, order=1)
    assert vertex_of(claimed, "tk 1a") == 1
    with pytest.raises(DomainError, match="tidak terletak pada garis ini"):
        vertex_of(claimed, "TK 2")


@pytest.mark.parametrize(
    ("who", "allowed"), [("officer", True), ("biro", True), ("partner", False), ("observer", False)]
)
def test_who_states_the_base_of_a_claim(cast, signed_in, claimed, row, who, allowed):
    law = evidence(cast.biro, row, cast.kukar)
    address = reverse("boundaries:line_basis", args=[SLUG, claimed.pk])
    client = signed_in(getattr(cast, who))
    assert client.get(address).status_code == 200
    if not allowed:
        assert client.post(address).status_code == 403
        with pytest.raises(NotAllowed):
            state_base(actor=getattr(cast, who), line=claimed, evidence=law, start="1", end="2")
        return
    assert sent(client, address, start="1", end="2", evidence=law.pk).status_code == 302
    assert "tanpa dasar" in client.get(address).content.decode()
    base = LineEvidence.objects.get()
    drop = reverse("boundaries:line_basis_drop", args=[SLUG, claimed.pk, base.pk])
    assert signed_in(cast.partner).post(drop).status_code == 403
    assert signed_in(cast.officer).post(drop).status_code == 302
    assert not LineEvidence.objects.exists()


def test_a_base_the_reader_may_not_see_is_not_named(cast, signed_in, claimed, row):
    secret = evidence(cast.officer, row, cast.kukar, title="Rahasia-K", level="sendiri")
    state_base(actor=cast.officer, line=claimed, evidence=secret, start="1", end="3")
    text = (
        signed_in(cast.partner)
        .get(reverse("boundaries:line_basis", args=[SLUG, claimed.pk]))
        .content.decode()
    )
    assert "dokumen terbatas" in text
    assert "Rahasia-K" not in text


def test_a_replaced_claim_takes_no_more_bases(cast, claimed, row):
    law = evidence(cast.officer, row, cast.kukar)
    claim(row, cast.kukar, EAST, replaces=claimed, version=2)
    with pytest.raises(ImpossibleStep, match="digantikan versi 2"):
        state_base(actor=cast.officer, line=claimed, evidence=law, start="1", end="2")


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_catalogue_costs_the_same_for_one_and_twenty(cast, signed_in, row, claimed):
    client = signed_in(cast.biro)
    first = evidence(cast.biro, row, cast.kukar)
    remark_on_evidence(actor=cast.partner, evidence=first, verdict="diterima", reason="ya")
    few = queries_of(client, LIST)
    for number in range(20):
        more = add_evidence(
            actor=cast.biro, segment=row, region=cast.kubar, data=EvidenceData("hukum", f"Bukti {number}")
        )
        remark_on_evidence(actor=cast.officer, evidence=more, verdict="ditolak", reason="x")
    assert queries_of(client, LIST) == few
