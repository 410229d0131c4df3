"""The overlay of claims and study line on a page: figures, rounds, words, paper, and who may read it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agreements.documents.letters import Table, from_json, letter_html, to_json
from boundaries.documents.overlay_letter import overlay_letter
from boundaries.models import LineOverlay
from boundaries.services import overlays
from boundaries.tasks import OVERLAY_JOB
from ksd.core.jobs import run_job
from ksd.core.models import Job
from ksd.core.templatetags.core import angka
from tests.boundaries.lines_rows import BULGE, STRAIGHT, WEAVE, line, round_of
from tests.boundaries.rows import segment

SLUG = "64.02-64.07"
PAGE = reverse("boundaries:overlay", args=[SLUG])
COMPUTE = reverse("boundaries:overlay_compute", args=[SLUG])
PRINT = reverse("boundaries:overlay_print", args=[SLUG])
# The first region lies left: a claim of it drawn straight, one of the other side that bulges into it.
BOTH_HA = 61_546.9


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar)


@pytest.fixture
def claims(cast, row):
    return line(row, STRAIGHT, region=cast.kukar), line(row, BULGE, region=cast.kubar)


def figures(page, number=0):
    return dict(page.context["pairs"][number].figures)


def test_land_left_of_the_first_claim_and_right_of_the_second_is_claimed_by_both(
    cast, signed_in, row, claims
):
    page = signed_in(cast.officer).get(PAGE)
    found = figures(page)
    kept = LineOverlay.objects.get()
    assert kept.figures["left_area_m2"] / 10_000 == pytest.approx(BOTH_HA, rel=1e-3)
    assert found["Tidak diklaim siapa pun"] == "0 ha"
    assert found["Diklaim keduanya"] == found["Jumlah"]
    text = page.content.decode()
    assert "Diklaim keduanya" in text
    assert "url(#both)" in text
    assert "url(#neither)" not in text.replace('id="neither"', "")
    assert "Indikatif, bukan acuan hukum." in text
    assert "tidak menghapus hak atas tanah" in text


def test_claims_that_draw_back_leave_land_to_nobody(cast, signed_in, row):
    line(row, BULGE, region=cast.kukar)
    line(row, STRAIGHT, region=cast.kubar)
    found = figures(signed_in(cast.partner).get(PAGE))
    assert found["Diklaim keduanya"] == "0 ha"
    assert found["Tidak diklaim siapa pun"] == found["Jumlah"] != "0 ha"


def test_three_lines_are_compared_two_by_two_with_the_study(cast, signed_in, row, claims):
    line(row, WEAVE, name="Kajian contoh")
    page = signed_in(cast.biro).get(PAGE)
    titles = [pair.title for pair in page.context["pairs"]]
    assert titles[0] == "Klaim Kutai Kartanegara v1 × Klaim Kutai Barat v1"
    assert len(titles) == 3
    hands = [name for name, _value in page.context["pairs"][1].figures[:2]]
    assert hands == [f"Ke {name} menurut Kajian contoh v1" for name in ("Kutai Barat", "Kutai Kartanegara")]
    assert LineOverlay.objects.count() == 3


def test_an_overlay_is_computed_once_for_each_pair_of_versions(cast, signed_in, row, claims, monkeypatch):
    client = signed_in(cast.officer)
    first = client.get(PAGE).content
    monkeypatch.setattr("boundaries.tasks.overlays.between_lines", None)
    assert figures(client.get(PAGE))
    assert len(client.get(PAGE).content) == pytest.approx(len(first), abs=200)
    assert LineOverlay.objects.count() == 1


def test_what_is_too_large_for_a_page_is_computed_by_the_worker(cast, signed_in, row, claims, monkeypatch):
    monkeypatch.setattr(overlays.Comparer, "__init__", lambda self, left=0: setattr(self, "left", left))
    client = signed_in(cast.officer)
    text = client.get(PAGE).content.decode()
    assert "Hitung sekarang" in text
    assert not LineOverlay.objects.exists()
    response = client.post(COMPUTE, {"garis": [row.pk for row in claims]})
    job = Job.objects.get(kind=OVERLAY_JOB)
    assert response["Location"] == reverse("core:job", args=[job.public_id])
    assert signed_in(cast.partner).get(response["Location"]).status_code == 200
    assert signed_in(cast.stranger).get(response["Location"]).status_code == 404
    assert run_job(job.pk)
    assert job.result_url.startswith(PAGE)
    page = signed_in(cast.officer).get(job.result_url)
    assert figures(page)["Diklaim keduanya"] != "0 ha"
    assert "Hitung sekarang" not in page.content.decode()


def test_slivers_shared_stretches_and_gaps_are_explained(cast, signed_in, row):
    line(row, [[115, 0], [115.5, 0], [116, 0]], region=cast.kukar)
    line(row, [[115, 0.01], [115.2, 0], [115.5, 0], [115.75, 0.000002], [116, 0]], region=cast.kubar)
    text = signed_in(cast.officer).get(PAGE).content.decode()
    assert "rata-rata lebih tipis dari 1 m" in text
    assert "Bagian yang berimpit tidak mempunyai luas" in text
    assert "Ujung kedua garis tidak bertemu: 1.105,7 m di awal, 0 m di akhir." in text
    assert "serpih" in text


def test_the_same_line_twice_leaves_no_land(cast, signed_in, row):
    line(row, STRAIGHT, region=cast.kukar)
    line(row, STRAIGHT, region=cast.kubar)
    page = signed_in(cast.officer).get(PAGE)
    assert "Tidak ada tanah di antara kedua garis." in page.content.decode()
    assert figures(page)["Berimpit"] == "111,319 km"


def test_lines_that_run_against_each_other_are_told_not_measured(cast, signed_in, row):
    line(row, STRAIGHT, region=cast.kukar)
    line(row, BULGE[::-1], region=cast.kubar)
    text = signed_in(cast.officer).get(PAGE).content.decode()
    assert "Kedua garis berjalan berlawanan arah." in text
    assert not LineOverlay.objects.exists()


def test_the_dispute_is_told_round_by_round(cast, signed_in, row):
    first, second = (round_of(row, number, cast.biro, agreed_km="20.5") for number in (1, 2))
    old = line(row, STRAIGHT, region=cast.kukar, round=first)
    line(row, BULGE, region=cast.kubar, round=first)
    half = [[115.0, 0.0], [115.5, 0.05], [116.0, 0.0]]
    line(row, half, region=cast.kukar, round=second, version=2, replaces=old)
    page = signed_in(cast.observer).get(PAGE)
    rounds = page.context["rounds"]
    assert [row.title for row in rounds] == ["Putaran perundingan 1", "Putaran perundingan 2"] or len(
        rounds
    ) == 2
    assert rounds[0].both == pytest.approx(BOTH_HA, rel=1e-3)
    assert rounds[1].both == pytest.approx(BOTH_HA / 2, rel=1e-3)
    assert rounds[1].change == pytest.approx(rounds[1].both - rounds[0].both, abs=0.02)
    assert "Luas yang diperselisihkan per putaran" in page.context["chart"].alt
    assert "sepakat 20,5" in page.content.decode()


@pytest.mark.parametrize(
    "query",
    ["garis=", "garis=x", "garis=999", "garis=1&garis=1&garis=1", "garis=99999999999999999999"],
)
def test_a_choice_that_names_no_lines_comes_back(cast, signed_in, row, claims, query):
    response = signed_in(cast.officer).get(f"{PAGE}?{query}")
    assert response.status_code == 422
    assert "Bandingkan" in response.content.decode()


def test_one_line_alone_is_shown_and_nothing_is_compared(cast, signed_in, row):
    line(row, STRAIGHT, region=cast.kukar)
    client = signed_in(cast.officer)
    assert client.get(PAGE).context["pairs"] == []
    assert client.post(PRINT, {}).status_code == 422
    assert "Baru satu garis" in client.get(PAGE).content.decode()


def test_a_segment_without_lines_says_what_comes_first(cast, signed_in, row):
    assert "Belum ada garis untuk dibandingkan" in signed_in(cast.officer).get(PAGE).content.decode()


@pytest.mark.parametrize(
    ("who", "status"), [("stranger", 404), ("nobody", 404), ("observer", 200), ("admin", 200)]
)
def test_who_may_see_the_segment_reads_the_overlay(cast, signed_in, row, claims, who, status):  # noqa: PLR0917  fixtures
    client = signed_in(getattr(cast, who))
    assert client.get(PAGE).status_code == status
    for address in (COMPUTE, PRINT):
        assert client.get(address).status_code == 405
        sent = client.post(address, {"bentuk": "docx"}).status_code
        assert sent == (404 if status == 404 else {COMPUTE: 302, PRINT: 200}[address])


def test_a_withdrawn_or_hidden_line_is_not_compared_by_itself(cast, signed_in, row, claims):
    hidden = line(row, WEAVE, role="kompromi", region=cast.kaltim, shared=False, name="Rahasia contoh")
    page = signed_in(cast.officer).get(PAGE)
    assert "Rahasia contoh" not in page.content.decode()
    assert signed_in(cast.officer).get(f"{PAGE}?garis={hidden.pk}&garis={claims[0].pk}").status_code == 422
    assert "Rahasia contoh" in signed_in(cast.biro).get(PAGE).content.decode()


def test_the_paper_tells_of_each_round_what_the_page_tells(cast, signed_in, row):
    first = round_of(row, 1, cast.biro, agreed_km="20.5", disputed_km="7")
    line(row, STRAIGHT, region=cast.kukar, round=first)
    line(row, BULGE, region=cast.kubar, round=first)
    page = signed_in(cast.officer).get(PAGE).context
    letter = overlay_letter(cast.kukar, row, page["lines"], page["drawing"], (page["pairs"], page["rounds"]))
    table = next(
        block for block in letter.blocks if isinstance(block, Table) and "Berbeda (km)" in block.head
    )
    told = dict(zip(table.head, table.rows[0], strict=True))
    assert told["Berbeda (km)"] == angka(page["rounds"][0].differs_km)
    assert told["Menurut berita acara (km)"] == "sepakat 20,5, belum 7"


def test_the_paper_carries_drawing_and_table(cast, signed_in, row, claims):
    page = signed_in(cast.officer).get(PAGE).context
    letter = overlay_letter(cast.kukar, row, page["lines"], page["drawing"], (page["pairs"], page["rounds"]))
    assert from_json(to_json(letter)) == letter
    html = letter_html(letter)
    assert "<svg" in html
    assert "Diklaim keduanya" in html
    assert "Indikatif, bukan acuan hukum." in html
    assert signed_in(cast.officer).post(PRINT, {"bentuk": "docx"}).status_code == 200
    assert (
        "/tugas/" in signed_in(cast.officer).post(PRINT, {"bentuk": "pdf"})["Location"]
        or Job.objects.exists()
    )


def test_the_page_costs_the_same_for_few_and_for_many_lines(cast, signed_in, row, claims):
    client = signed_in(cast.officer)

    def queries():
        client.get(PAGE)
        with CaptureQueriesContext(connection) as seen:
            client.get(PAGE)
        return len(seen)

    few = queries()
    for number in range(12):
        line(row, WEAVE, name=f"contoh {number}", role="indikatif")
        round_of(row, number + 1, cast.biro, on="2026-01-01")
    assert queries() == few
