"""Pages of points and pillars: who sees them, who acts, what a refusal keeps, and what the lists cost."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from boundaries.choices import Stage
from boundaries.models import BoundaryPoint, PillarInspection, PillarPlan, PointVerdict
from boundaries.services import points
from tests import factories
from tests.boundaries.point_rows import kind, kinds, labels, listed, written
from tests.boundaries.rows import segment

ALL = reverse("boundaries:points")


@pytest.fixture
def row(cast):
    kinds()
    return segment(cast.kukar, cast.kubar)


def of(name, row, *parts):
    return reverse(f"boundaries:{name}", args=[row.slug, *parts])


def sent(client, address, **given):
    """What a browser would send: the form as it was shown, with what was filled in."""
    form = client.get(address).context["form"]
    shown = {name: form[name].value() for name in form.fields if name != "photo"}
    return {name: value for name, value in (shown | given).items() if value is not None}


def picture():
    made = BytesIO()
    Image.new("RGB", (20, 20), "white").save(made, "PNG")
    return SimpleUploadedFile("contoh.png", made.getvalue())


def seen(client, address):
    """The kind of a picture a person looks at."""
    answer = client.get(address)
    b"".join(answer.streaming_content)
    return answer["Content-Type"]


def test_a_point_is_typed_shown_and_listed(cast, signed_in, row):
    client = signed_in(cast.officer)
    assert "Belum ada titik pada segmen ini" in client.get(of("segment_points", row)).content.decode()
    address = of("point_add", row)
    data = sent(
        client, address, label="TK 1", kind=kind().pk, coordinate="0° 24' 44,442\" LS, 116° 00' 52,444\" BT",
        measured_on="2026-01-02", photo=picture(),
    )  # fmt: skip
    assert client.post(address, data)["Location"] == of("segment_points", row)
    assert client.post(address, data)["Location"] == of("segment_points", row)
    one = row.listed_points.get()
    page = client.get(of("point", row, one.pk)).content.decode()
    for words in (
        "0°\u00a024&#x27;\u00a044,442",
        "-0,412345000; 116,014567778",
        "50S",
        "Ditambahkan",
        "Lihat foto titik",
    ):
        assert words in page
    assert seen(client, of("point_photo", row, one.pk)) == "image/png"
    text = client.get(of("segment_points", row)).content.decode()
    assert "Indikatif, bukan acuan hukum." in text
    assert "50S" in client.get(of("segment_points", row), {"bentuk": "utm"}).content.decode()
    assert "-0,412345000" in client.get(of("segment_points", row), {"bentuk": "desimal"}).content.decode()


def test_a_refused_point_comes_back_with_everything_typed(cast, signed_in, row):
    client, address = signed_in(cast.officer), of("point_add", row)
    listed(row)
    given: dict[str, Any] = {"label": "TK 2", "kind": kind().pk, "note": "catatan yang panjang"}
    refusals: list[tuple[dict[str, Any], int, str]] = [
        ({"coordinate": "116° 58' LS, 0° 24' BT"}, 422, "tertukar"),
        ({"coordinate": "500000 9950000"}, 422, "tidak menyebut zonanya"),
        ({"coordinate": ""}, 422, "diisi"),
        ({"coordinate": "-0.5, 116", "label": "TK 1"}, 409, "sudah dipakai"),
        ({"coordinate": "-0.5, 116", "measured_on": "2030-01-01"}, 422, "masa depan"),
        ({"coordinate": "-0.5, 116", "datum": "lain"}, 422, "lain"),
        ({"coordinate": "-0.5, 116", "after": "99999"}, 422, "99999"),
        ({"coordinate": "-0.5, 116", "accuracy_m": "NaN"}, 422, "angka"),
        ({"coordinate": "-0.5, 116", "photo": SimpleUploadedFile("x.png", b"bukan gambar")}, 422, "PNG"),
    ]
    for more, status, words in refusals:
        response = client.post(address, sent(client, address, **(given | more)))
        text = response.content.decode()
        assert (response.status_code, words in text) == (status, True), (more, text[-3000:])
        assert "catatan yang panjang" in text
    assert labels(row) == ["TK 1"]
    data = sent(client, address, **given, coordinate="500000 9950000", zone="50S")
    assert client.post(address, data).status_code == 302


def test_a_moved_point_asks_for_its_reason_and_keeps_the_old_place(cast, signed_in, row):
    client, one = signed_in(cast.officer), listed(row, as_given="tulisan asal")
    address = of("point_change", row, one.pk)
    assert client.post(address, sent(client, address, place="Desa Contoh")).status_code == 302
    point = BoundaryPoint.objects.get()
    assert (point.place, point.as_given) == ("Desa Contoh", "tulisan asal")
    response = client.post(address, sent(client, address, coordinate="-0.41, 116"))
    assert response.status_code == 422
    assert "alasannya wajib diisi" in response.content.decode()
    stale = sent(client, address, coordinate="-0.42, 116", reason="contoh")
    assert (
        client.post(address, sent(client, address, coordinate="-0.41, 116", reason="salah ketik")).status_code
        == 302
    )
    response = client.post(address, stale)
    assert response.status_code == 409
    assert "diubah orang lain" in response.content.decode()
    text = client.get(of("point", row, one.pk)).content.decode()
    assert "Sebelumnya 0° 24&#x27; 00,000" in text.replace("\u00a0", " ")
    assert "salah ketik" in text


def test_both_sides_judge_on_the_page(cast, signed_in, row):
    one = listed(row)
    client, address = signed_in(cast.partner), of("point_judge", row, one.pk)
    assert client.post(address, sent(client, address, verdict="keberatan")).status_code == 422
    assert client.post(address, sent(client, address, verdict="keberatan", reason="50 m")).status_code == 302
    text = client.get(of("point", row, one.pk)).content.decode()
    assert "Ada keberatan" in text
    assert "50 m" in text
    response = client.post(address, sent(client, address, verdict="setuju", region=cast.kukar.pk))
    assert response.status_code == 422
    data = sent(client, address, verdict="setuju")
    points.change_point(actor=cast.biro, listing=one, data=written(where="-0.6, 116"), reason="contoh")
    assert client.post(address, data).status_code == 409


def test_ticked_points_are_approved_where_they_were_seen(cast, signed_in, row):
    one, two = listed(row), listed(row, "TK 2", "-0.5")
    client = signed_in(cast.officer)
    page = client.get(of("segment_points", row))
    ticks = [line.tick for line in page.context["lines"]]
    token = page.context["approve"]["form_token"].value()
    data = {"form_token": token, "region": cast.kukar.pk, "points": ticks}
    assert client.post(of("points_approve", row), data).status_code == 302
    assert PointVerdict.objects.filter(verdict="setuju", region=cast.kukar).count() == 2
    for ticks, status in [([], 422), ([f"{one.pk}:lain"], 409), (["x", "9" * 30 + ":a", f"{two.pk}"], 409)]:
        data = {"form_token": f"lain{status}{ticks}", "region": cast.kukar.pk, "points": ticks}
        assert client.post(of("points_approve", row), data).status_code == status
    assert client.get(of("segment_points", row)).context["approve"] is None  # nothing is left to tick


def test_a_point_one_has_objected_to_is_never_offered_for_approval_ticked(cast, signed_in, row):
    one, two = listed(row), listed(row, "TK 2", "-0.5")
    points.judge_point(actor=cast.partner, listing=one, region=cast.kubar, verdict="keberatan", reason="50 m")
    points.judge_point(actor=cast.officer, listing=two, region=cast.kukar, verdict="setuju")

    def offered(person):
        lines = signed_in(person).get(of("segment_points", row)).context["lines"]
        return [(line.waits, line.may_tick) for line in lines]

    assert offered(cast.partner) == [(False, True), (True, True)]
    assert offered(cast.officer) == [(True, True), (False, False)]
    assert offered(cast.biro) == [(False, True), (True, True)]  # it writes down for both
    lines = signed_in(cast.observer).get(of("segment_points", row)).context["lines"]
    assert [line.whose for line in lines] == [[cast.kubar], [cast.kubar]]


def test_pasted_points_are_looked_at_before_they_are_saved(cast, signed_in, row):
    client, address = signed_in(cast.partner), of("point_paste", row)
    good, bad = "TK 1; -0.41, 116\nPBU 2; -0.42, 116", "TK 1; -0.41, 116\nTK 2; 116.4"
    response = client.post(address, sent(client, address, text=bad) | {"simpan": "ya"})
    text = response.content.decode()
    assert response.status_code == 422
    assert "hanya satu angka" in text
    assert "TK 2; 116.4" in text
    assert not BoundaryPoint.objects.exists()
    response = client.post(address, sent(client, address, text=good))
    assert response.status_code == 200
    assert "2 titik terbaca tanpa kesalahan" in response.content.decode()
    assert "Simpan semua" in response.content.decode()
    assert not BoundaryPoint.objects.exists()
    data = sent(client, address, text=good) | {"simpan": "ya"}
    assert client.post(address, data)["Location"] == of("segment_points", row)
    assert client.post(address, data).status_code in {302, 422}
    assert labels(row) == ["TK 1", "PBU 2"]
    response = client.post(address, sent(client, address, text="TK 1; -0.41, 116\n" * 50_000))
    assert response.status_code == 422
    assert "2000 baris" in response.content.decode()
    assert client.post(address, sent(client, address, text="x" * 1_000_001)).status_code == 422


def test_a_missed_node_is_shown_and_joined_by_one_press(cast, signed_in, row):
    other = segment(cast.kukar, cast.paser)
    mine, theirs = listed(row, "TK 1", "-0.5"), listed(other, "TK 0", "-0.5001")
    client = signed_in(cast.officer)
    page = client.get(of("segment_points", row))
    assert "Ujung TK 1 berjarak 11,057 m dari TK 0" in page.content.decode()
    _node, once = page.context["missed"][0]
    data = {"form_token": once["form_token"].value(), "seen": theirs.point.mark}
    address = of("point_join", row, mine.pk, theirs.point_id)
    assert client.post(address, data)["Location"] == of("segment_points", row)
    assert "berjarak" not in client.get(of("segment_points", row)).content.decode()
    assert "Titik simpul dengan" in client.get(of("point", row, mine.pk)).content.decode()
    hidden = listed(segment(cast.kubar, factories.region("64.03", "Berau", parent=cast.kaltim)), "TK 9")
    assert (
        client.post(of("point_join", row, mine.pk, hidden.point_id), {"form_token": "baru"}).status_code
        == 404
    )


def test_a_neighbours_point_is_chosen_as_node(cast, signed_in, row):
    theirs = listed(segment(cast.kukar, cast.paser), "TK 0", "-0.5001")
    client, address = signed_in(cast.officer), of("point_node", row)
    assert client.post(address, sent(client, address, listing=theirs.pk, label="TK 0")).status_code == 302
    assert row.listed_points.get().point_id == theirs.point_id
    assert client.post(address, sent(client, address, listing=theirs.pk, label="TK 1")).status_code == 422


def test_order_and_leave_taking(cast, signed_in, row):
    one, two = listed(row), listed(row, "TK 2", "-0.5")
    client = signed_in(cast.officer)
    address = of("point_move", row, one.pk)
    assert client.post(address, sent(client, address, after=two.pk)).status_code == 302
    assert labels(row) == ["TK 2", "TK 1"]
    address = of("point_drop", row, one.pk)
    assert client.post(address, sent(client, address, reason="")).status_code == 422
    assert client.post(address, sent(client, address, reason="ganda")).status_code == 302
    assert labels(row) == ["TK 2"]
    assert client.get(of("point", row, one.pk)).status_code == 404


def test_a_pillar_is_recorded_visited_and_planned_on_its_pages(cast, signed_in, row):
    one = listed(row, "PBU 1")
    client = signed_in(cast.officer)
    assert client.get(of("pillar_inspect", row, one.pk)).status_code == 409
    address = of("pillar", row, one.pk)
    assert client.post(address, sent(client, address, size="tipe B", photo=picture())).status_code == 302
    assert seen(client, of("pillar_photo", row, one.pk)) == "image/png"
    address = of("pillar_inspect", row, one.pk)
    data = sent(client, address, on="2026-02-03", state="rusak", inspector="Contoh", coordinate="abc")
    assert client.post(address, data).status_code == 422
    data |= {"coordinate": "-0.40001, 116", "photo": picture()}
    assert client.post(address, data).status_code == 302
    visit = PillarInspection.objects.get()
    assert seen(client, of("inspection_photo", row, one.pk, visit.pk)) == "image/png"
    text = client.get(of("point", row, one.pk)).content.decode()
    assert "Rusak" in text
    assert "ditemukan 1,106 m dari titiknya" in text
    assert client.get(of("pillar", row, listed(row, "TK 5", "-0.7").pk)).status_code == 409
    client = signed_in(cast.biro)
    address = of("pillar_plan", row)
    assert client.post(address, sent(client, address, km_per_pillar="0")).status_code == 422
    assert client.post(address, sent(client, address, km_per_pillar="3", basis="contoh")).status_code == 302
    assert PillarPlan.objects.get().km_per_pillar == 3
    assert (
        "Direncanakan 4 pilar utama (satu setiap 3 km"
        in client.get(of("segment_points", row)).content.decode()
    )


def test_after_the_decree_a_side_is_told_to_ask_the_province(cast, signed_in, row):
    one = listed(row)
    row.stage = Stage.DITETAPKAN
    row.save()
    client = signed_in(cast.officer)
    for name, parts in (
        ("point_add", ()),
        ("point_paste", ()),
        ("point_node", ()),
        ("point_change", (one.pk,)),
    ):
        response = client.get(of(name, row, *parts))
        assert response.status_code == 409
        assert "sudah ditetapkan" in response.content.decode()
    assert signed_in(cast.biro).get(of("point_change", row, one.pk)).status_code == 200


def test_a_point_is_found_only_under_its_own_segment(cast, signed_in, row):
    other = segment(cast.kukar, cast.paser)
    one = listed(row)
    client = signed_in(cast.officer)
    assert client.get(of("point", other, one.pk)).status_code == 404
    assert client.get(of("point", row, 9**25)).status_code == 404
    assert client.get(of("point", row, one.pk)).status_code == 200
