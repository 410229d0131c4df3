"""The draft of a segment's regulation: its gaps, its bases, its definitions, its two forms."""

from datetime import date, timedelta

import pytest

from boundaries.choices import Stage
from boundaries.documents.annexes.checks import findings
from boundaries.documents.annexes.decree_print import decree_docx, decree_html
from boundaries.documents.annexes.gather import facts_of
from boundaries.documents.annexes.prints import draft_of
from boundaries.models import Annex, Leg, Segment, SegmentChange, SegmentPaper
from boundaries.services.minutes_steps import StepFacts, take_step
from ksd.core import clock
from ksd.core.models import Job
from regions.models import LegalBasis
from tests import factories
from tests.boundaries.annex_rows import full_segment
from tests.boundaries.pbd_rows import DAY, all_teams, numbered, signed_by_all
from tests.boundaries.rows import segment


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar)


@pytest.fixture
def full(row):
    full_segment(row)
    return row


def reread(row):
    return Segment.objects.for_list().get(pk=row.pk)


def bases():
    rows = (
        ("UU 23/2014", "uu", "23", 2014, "Pemerintahan Daerah", True),
        ("Permendagri 141/2017", "permendagri", "141", 2017, "Penegasan Batas Daerah", False),
    )
    for citation, kind, number, year, title, verified in rows:
        LegalBasis.objects.create(
            citation=citation, kind=kind, number=number, year=year, title=title, verified=verified
        )


def test_a_draft_without_agreement_says_so_in_its_place(full):
    bases()
    draft = draft_of(full, facts_of(full))
    assert "[belum tercatat: kesepakatan Pemerintah Kabupaten Kutai Kartanegara" in draft.considering[1]
    assert "[belum tercatat: persetujuan Tim Penegasan Batas Daerah Pusat]" in draft.considering[1]
    assert "difasilitasi oleh Pemerintah Provinsi Kalimantan Timur" in draft.considering[1]
    assert draft.bases == (
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
        "Peraturan Menteri Dalam Negeri Nomor 141 Tahun 2017 tentang Penegasan Batas Daerah [belum diverifikasi]",
    )
    assert any(
        "Kesepakatan kedua daerah belum tercatat" in row.text for row in findings(facts_of(reread(full)))
    )


def test_only_laws_about_the_two_regions_are_cited(full):
    titles = ("Provinsi Kalimantan Timur", "Pembentukan Kabupaten Kutai Barat di Provinsi Kalimantan Timur",
              "Pembentukan Kabupaten Mahakam Ulu di Provinsi Kalimantan Timur", "Kabupaten Kutai Barat Daya")  # fmt: skip
    for number, title in enumerate(titles, start=1):
        LegalBasis.objects.create(
            citation=f"UU {number}/2022", kind="uu", number=number, year=2022, title=title, verified=True
        )
    cited = " ".join(draft_of(full, facts_of(full)).bases)
    assert [title in cited for title in titles] == [True, True, False, False]


def test_a_draft_cites_the_minutes_and_the_central_team_once_recorded(cast, full):
    SegmentPaper.objects.create(segment=full, kind="berita_acara", title="Berita Acara Pelacakan", number="12/BA/2026",
                                on=date(2026, 3, 3), added_by=cast.biro)  # fmt: skip
    Segment.objects.filter(pk=full.pk).update(stage=Stage.PENYUSUNAN_DRAF)
    row = reread(full)
    words = draft_of(row, facts_of(row)).considering[1]
    cited = "tertuang dalam Berita Acara Pelacakan Nomor 12/BA/2026 tanggal 3 Maret 2026"
    assert f"{cited} [belum diverifikasi]" in words  # nobody knows what was agreed in it
    assert "serta disetujui oleh Tim Penegasan Batas Daerah Pusat" in words


def test_a_segment_fallen_back_into_dispute_keeps_what_its_history_says(cast, full):
    change = SegmentChange.objects.create(segment=full, actor=cast.biro, from_stage="pelacakan", to_stage="peta_disepakati",
                                          on=date(2026, 1, 1), reason="contoh")  # fmt: skip
    assert facts_of(full).agreed_paper == "[belum tercatat: berita acara kesepakatan]"
    assert "Kesepakatan kedua daerah belum tercatat" in " ".join(
        row.text for row in findings(facts_of(reread(full)))
    )
    change.paper = SegmentPaper.objects.create(
        segment=full, kind="berita_acara", title="Berita Acara Rapat", number="7", added_by=cast.biro
    )
    change.save()
    assert facts_of(full).agreed_paper == "Berita Acara Rapat Nomor 7"
    assert facts_of(full).approved_by_centre == ""


def test_minutes_that_only_prepare_or_trace_are_never_said_to_be_the_agreement(cast, full):
    all_teams(cast)
    Segment.objects.filter(pk=full.pk).update(stage=Stage.PENYUSUNAN_DRAF)
    for form in ("ba_01", "ba_02b"):
        row = signed_by_all(cast, numbered(cast, full, form))
        take_step(actor=cast.biro, minutes=row, code="tandatangani", facts=StepFacts(on=DAY))
    assert facts_of(reread(full)).agreed_paper == "[belum tercatat: berita acara kesepakatan]"
    final = signed_by_all(cast, numbered(cast, full, "ba_peta"))
    take_step(actor=cast.biro, minutes=final, code="tandatangani", facts=StepFacts(on=DAY))
    assert "pembuatan peta batas" in facts_of(reread(full)).agreed_paper


def test_a_draft_defines_only_kinds_it_uses(full):
    draft = draft_of(full, facts_of(full))
    items = " ".join(draft.clauses[0].items)
    assert "disingkat TK" in items
    assert "disingkat PBU" not in items


def test_a_kind_nobody_defined_leaves_a_gap(full):
    kind = full.listed_points.first().point.kind
    kind.code, kind.name = "TBS", "Tanda Batas Sementara"
    kind.save()
    assert "[belum diisi: pengertian TBS]" in " ".join(draft_of(full, facts_of(full)).clauses[0].items)


def test_the_printed_draft_marks_gaps_and_escapes_everything(full):
    Leg.objects.filter(order=1).update(along="<script>alert(1)</script> [belum diisi: <b>x</b>]")
    html = decree_html(draft_of(full, facts_of(full)))
    assert "<script>" not in html
    assert '<b class="gap">[belum tercatat: persetujuan' in html
    assert "RANCANGAN" in html
    assert "LAMPIRAN II" in html


def test_the_editable_draft_opens_and_says_the_same(full):
    from io import BytesIO

    from docx import Document

    paper = Document(BytesIO(decree_docx(draft_of(full, facts_of(full)))))
    text = "\n".join(row.text for row in paper.paragraphs)
    assert "Pasal 2" in text
    assert "a.\tdari TK 1 ke arah" in text
    assert "hak ulayat" in text
    assert len(paper.tables[-1].rows) == 6
    gaps = [
        run.text for cell in paper.tables[0].columns[3].cells for run in cell.paragraphs[0].runs if run.bold
    ]
    assert "[belum tercatat: persetujuan Tim Penegasan Batas Daerah Pusat]" in gaps


def test_a_segment_between_provinces_names_both(cast):
    kaltara = factories.region("65", "Kalimantan Utara", "provinsi", cast.nation)
    row = segment(cast.kukar, factories.region("65.02", "Malinau", parent=kaltara))
    full_segment(row)
    draft = draft_of(row, facts_of(row))
    assert draft.about.endswith("Provinsi Kalimantan Timur dan Provinsi Kalimantan Utara")
    assert (
        "Pemerintah Provinsi Kalimantan Timur dan Pemerintah Provinsi Kalimantan Utara"
        in draft.considering[1]
    )


def went(cast, full, *stages):
    """The segment has gone this way."""
    full.changes.all().delete()
    for number, stage in enumerate(stages):
        SegmentChange.objects.create(
            segment=full, actor=cast.biro, from_stage="pelacakan", to_stage=stage, on=date(2026, 1, 1),
            reason="contoh", act="ralat" if stage == "penyiapan_dokumen" else "langkah",
            at=clock.now() + timedelta(minutes=number),
        )  # fmt: skip
    Segment.objects.filter(pk=full.pk).update(stage=stages[-1])
    row = reread(full)
    return draft_of(row, facts_of(row)).considering[1]


QUARREL = ("berselisih", "fasilitasi_gubernur")


def test_a_boundary_decided_above_the_two_regions_is_never_said_to_be_agreed(cast, full):
    SegmentPaper.objects.create(segment=full, kind="surat_ke_menteri", title="Surat Gubernur", number="S-1",
                                on=date(2026, 8, 20), added_by=cast.biro)  # fmt: skip
    way = (*QUARREL, "diserahkan_ke_menteri", "garis_kajian_kemendagri", "penyusunan_draf_permendagri")
    words = went(cast, full, *way)
    assert "disepakati" not in words
    assert words.startswith("bahwa perselisihan batas daerah")
    assert "dengan Surat Gubernur Nomor S-1 tanggal 20 Agustus 2026" in words
    assert words.endswith("diselesaikan menurut garis kajian Kementerian Dalam Negeri")


def test_a_decision_of_the_governor_is_named_or_said_to_be_missing(cast, full):
    words = went(cast, full, *QUARREL, "keputusan_gubernur", "diusulkan_ke_kemendagri")
    assert words.endswith("diselesaikan dengan [belum tercatat: keputusan gubernur]")
    words = went(cast, full, *QUARREL, "diserahkan_ke_menteri")
    assert "[belum tercatat: surat penyerahan]" in words
    assert words.endswith("[belum tercatat: penyelesaian oleh Menteri Dalam Negeri]")


def test_a_dispute_that_ended_in_an_agreement_or_was_written_down_by_mistake_is_not_told(cast, full):
    assert "telah disepakati" in went(cast, full, *QUARREL, "peta_disepakati")
    words = went(cast, full, *QUARREL, "penyiapan_dokumen", "peta_disepakati")
    assert "perselisihan" not in words


def test_a_map_with_claims_is_no_map_of_the_regulation(cast, full):
    job = Job.objects.create(kind="contoh", state="done")
    for claims in (False, True):
        Annex.objects.create(
            segment=full, kind="peta", choice={"claims": claims}, summary=f"klaim {claims}", digest="0123456789",
            job=job, asked_by=cast.biro,
        )  # fmt: skip
    assert "klaim False" in facts_of(full).map_words
