"""The page of a segment's annexes and the asking for prints, for each role and each state of the data."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document

from boundaries.choices import AnnexKind, LineRole
from boundaries.models import Annex, Leg
from ksd.core.jobs import run_job
from ksd.core.models import Job, JobState
from tests.boundaries.annex_rows import WAY, finished_print, full_segment, layer, line
from tests.boundaries.rows import segment

SLUG = "64.02-64.07"
PAGE = reverse("boundaries:annexes", args=[SLUG])
MAKE = reverse("boundaries:make_annex", args=[SLUG])
PREVIEW = reverse("boundaries:map_preview", args=[SLUG])


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar)


@pytest.fixture
def full(row):
    full_segment(row)
    layer(row)
    return row


def ask(client, kind, sent="t1", **more):
    return client.post(MAKE, {"form_token": sent, "kind": kind, **more})


def content_of(client, annex):
    response = client.get(reverse("boundaries:annex_file", args=[SLUG, annex.pk]))
    return b"".join(response.streaming_content)


@pytest.mark.parametrize("who", ["stranger", "nobody"])
def test_a_stranger_finds_no_annexes(cast, signed_in, full, who):
    client = signed_in(getattr(cast, who))
    assert client.get(PAGE).status_code == 404
    assert client.get(PREVIEW).status_code == 404
    assert ask(client, "koordinat").status_code == 404
    done = finished_print(full, cast.officer, AnnexKind.PETA)
    assert client.get(reverse("boundaries:annex_file", args=[SLUG, done.pk])).status_code == 404


@pytest.mark.parametrize("who", ["observer", "admin"])
def test_a_reader_reads_prints_but_does_not_ask_for_them(cast, signed_in, full, who):
    client = signed_in(getattr(cast, who))
    assert "Cetak PDF" not in client.get(PAGE).content.decode()
    assert ask(client, "koordinat").status_code == 403
    assert not Annex.objects.exists()
    done = finished_print(full, cast.officer, AnnexKind.PETA)
    assert content_of(client, done).startswith(b"%PDF")


@pytest.mark.parametrize("who", ["officer", "partner", "biro"])
@pytest.mark.parametrize("kind", [kind.value for kind in AnnexKind])
def test_both_sides_and_the_biro_ask_for_every_kind(cast, signed_in, full, who, kind):
    response = ask(signed_in(getattr(cast, who)), kind)
    annex = Annex.objects.get()
    assert response.status_code == 302
    assert annex.job is not None
    assert str(annex.job.public_id) in response["Location"]
    assert (annex.kind, annex.asked_by, len(annex.digest)) == (kind, getattr(cast, who), 64)


@pytest.mark.parametrize("kind", [kind.value for kind in AnnexKind])
def test_the_worker_prints_every_kind_and_twice_the_same(cast, signed_in, full, kind):
    client = signed_in(cast.officer)
    ask(client, kind)
    job = Job.objects.get(kind="boundary_annex")
    assert run_job(job.pk)
    annex = Annex.objects.select_related("job__result").get()
    assert content_of(client, annex).startswith(b"%PDF")
    assert "sesuai data kini" in client.get(PAGE).content.decode()
    ask(client, kind, sent="t2")
    assert Annex.objects.count() == 1


def test_a_print_tells_when_its_data_have_changed(cast, signed_in, full):
    client = signed_in(cast.officer)
    ask(client, "uraian")
    Job.objects.update(state=JobState.DONE, result=finished_print(full, cast.officer, "koordinat").file)
    Annex.objects.filter(kind="koordinat").delete()
    assert "sesuai data kini" in client.get(PAGE).content.decode()
    Leg.objects.filter(order=1).update(along="jalan desa")
    page = client.get(PAGE).content.decode()
    assert "data sudah berubah" in page
    assert "Cetak ulang" in page
    ask(client, "uraian", sent="t2")
    assert Annex.objects.filter(kind="uraian").count() == 2


def test_the_same_form_sent_twice_prints_once(cast, signed_in, full):
    client = signed_in(cast.officer)
    first, second = ask(client, "koordinat"), ask(client, "koordinat")
    assert Annex.objects.count() == 1
    assert second.status_code in {302, 409}
    assert first.status_code == 302


@pytest.mark.parametrize("kind", [kind.value for kind in AnnexKind])
def test_an_empty_segment_says_what_is_missing(cast, signed_in, row, kind):
    client = signed_in(cast.officer)
    page = client.get(PAGE).content.decode()
    assert "Belum ada titik." in page
    assert "Belum ada ruas." in page
    assert "Peta memerlukan garis" in page
    assert "Belum ada cetakan" in page
    response = ask(client, kind)
    assert response.status_code == 409
    assert "Lengkapi titik, ruas, atau garis" in response.content.decode()
    assert client.get(PREVIEW).status_code == 409
    for form in ("docx", "xlsx"):
        assert ask(client, kind, format=form).status_code in {404, 409}


@pytest.mark.parametrize(
    "wrong",
    [
        {"scale": "7"}, {"scale": "sendiri"}, {"scale": "sendiri", "own_scale": "12"}, {"paper": "a0"}, {"line": "999999"},
        {"way": "atas"}, {"grid": "x" * 5000}, {"own_scale": "9" * 400}, {"line": "titik' OR 1=1"},
    ],
)  # fmt: skip
def test_a_nonsensical_choice_is_named_and_nothing_printed(cast, signed_in, full, wrong):
    client = signed_in(cast.officer)
    assert ask(client, "peta", **wrong).status_code == 422
    assert client.get(PAGE, wrong).status_code == 200
    assert client.get(PREVIEW, wrong).status_code == 422
    assert not Annex.objects.exists()


def test_a_kind_must_be_named(cast, signed_in, full):
    response = ask(signed_in(cast.officer), "")
    assert response.status_code == 422
    assert "Pilih lampiran yang dicetak." in response.content.decode()
    assert ask(signed_in(cast.officer), "sertifikat").status_code == 422


def test_more_sheets_than_anybody_binds_are_refused(cast, signed_in, row):
    line(row, [(116.2, -0.5), (116.2, 0.9)])
    client = signed_in(cast.officer)
    response = ask(client, "peta", paper="a4", scale="sendiri", own_scale="5000")
    assert response.status_code == 422
    assert "lebih dari 60 lembar" in response.content.decode()
    assert client.get(PREVIEW, {"paper": "a4", "scale": "sendiri", "own_scale": "5000"}).status_code == 422
    assert (
        "lebih dari 60 lembar"
        in client.get(PAGE, {"paper": "a4", "scale": "sendiri", "own_scale": "5000"}).content.decode()
    )


@pytest.mark.parametrize(
    ("kind", "form"),
    [("koordinat", "docx"), ("koordinat", "xlsx"), ("uraian", "docx"), ("rancangan", "docx")],
)
def test_editable_files_come_at_once(cast, signed_in, full, kind, form):
    response = ask(signed_in(cast.officer), kind, format=form)
    assert response.status_code == 200
    assert response.content[:2] == b"PK"
    assert response["Content-Disposition"].endswith(f'.{form}"')


def test_a_paper_is_indonesian_whatever_its_reader_reads(cast, signed_in, full):
    client = signed_in(cast.officer)
    client.cookies["django_language"] = "en"
    assert "Belum disahkan kedua pihak" not in client.get(PAGE).content.decode()
    found = Document(BytesIO(ask(client, "uraian", format="docx").content))
    assert "Belum disahkan kedua pihak" in "".join(row.text for row in found.paragraphs)


def test_a_form_not_offered_is_not_found(cast, signed_in, full):
    assert ask(signed_in(cast.officer), "peta", format="docx").status_code == 404


def test_a_line_not_yet_shared_is_neither_offered_nor_drawn(cast, signed_in, full):
    hidden = line(
        full, [(116.0, 0.1), (116.4, -0.1)], LineRole.KOMPROMI, shared=False, name="Garis rahasia mediator"
    )
    client = signed_in(cast.biro)
    assert "Garis rahasia" not in client.get(PAGE).content.decode()
    assert client.get(PREVIEW, {"line": hidden.pk}).status_code == 422
    assert ask(client, "peta", line=hidden.pk).status_code == 422


def test_a_restricted_line_marks_its_print(cast, signed_in, full):
    claim = line(full, WAY[::-1], LineRole.KLAIM, region=full.region_a, confidential=True)
    client = signed_in(cast.officer)
    assert "TERBATAS" in client.get(PREVIEW, {"line": claim.pk}).content.decode()
    assert "TERBATAS" not in client.get(PREVIEW).content.decode()
    ask(client, "peta", line=claim.pk)
    assert Annex.objects.get().confidential


def test_the_page_costs_the_same_with_more_points_and_prints(cast, signed_in, full):
    client = signed_in(cast.officer)
    client.get(PAGE)

    def cost():
        with CaptureQueriesContext(connection) as told:
            client.get(PAGE)
        return len(told)

    finished_print(full, cast.officer, AnnexKind.PETA, choice={"line": ""})
    few = cost()
    for number in range(6):
        finished_print(full, cast.officer, AnnexKind.URAIAN, summary=str(number))
    assert cost() == few


def test_the_preview_is_a_drawing_without_styles_a_policy_would_refuse(cast, signed_in, full):
    response = signed_in(cast.observer).get(PREVIEW)
    text = response.content.decode()
    assert response["Content-Type"] == "image/svg+xml"
    assert " style=" not in text
    assert "<style" not in text
    assert "BUKAN ACUAN HUKUM" in text
