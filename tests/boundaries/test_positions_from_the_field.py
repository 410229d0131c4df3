"""Positions from the field: received once, honest about what they are, made points by the province's office only."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from boundaries.models import BoundaryPoint, FieldFix, PointKind
from tests.boundaries import map_rows, rows

FIELD = reverse("boundaries:field", args=["64.02-64.07"])
MEASURED = {
    "kind": "pilar", "lat": "-0.100000123", "lon": "116.050000456", "accuracy_m": "4.50", "spread_m": "1.20",
    "samples": "28", "taken_at": "2026-11-20T02:30:00.000Z", "note": "Di tepi sungai (contoh)", "key": "a" * 32,
}  # fmt: skip


@pytest.fixture
def segment(cast):
    map_rows.three(cast)
    PointKind.objects.get_or_create(code="PBU", defaults={"name": "Pilar Batas Utama"})
    return rows.segment(cast.kukar, cast.kubar)


def picture(name="foto.png"):
    body = BytesIO()
    Image.new("RGB", (8, 8)).save(body, "PNG")
    return SimpleUploadedFile(name, body.getvalue(), "image/png")


def decide(fix):
    return reverse("boundaries:decide_fix", args=["64.02-64.07", fix.pk])


def sent(client, **more):
    response = client.post(FIELD, MEASURED | more)
    assert response.status_code == 302, response.context["form"].errors
    return FieldFix.objects.latest("pk")


def test_a_measured_position_is_kept_with_its_accuracy_and_readings(cast, signed_in, segment):
    fix = sent(signed_in(cast.officer), photo=picture())
    assert (fix.lat, fix.lon) == (Decimal("-0.100000123"), Decimal("116.050000456"))
    assert (fix.accuracy_m, fix.spread_m, fix.samples) == (Decimal("4.50"), Decimal("1.20"), 28)
    assert (fix.person, fix.segment, fix.state) == (cast.officer, segment, "diusulkan")
    assert fix.taken_at.isoformat() == "2026-11-20T02:30:00+00:00"
    assert fix.photo is not None
    assert not BoundaryPoint.objects.exists()


def test_the_same_sending_twice_is_one_position(cast, signed_in, segment):
    client = signed_in(cast.officer)
    first = sent(client)
    assert sent(client) == first
    assert sent(client, key="b" * 32) != first
    assert FieldFix.objects.count() == 2


def test_a_key_belongs_to_its_person(cast, signed_in, segment):
    mine = sent(signed_in(cast.officer))
    assert sent(signed_in(cast.partner)) != mine


def test_without_scripts_a_coordinate_is_typed(cast, signed_in, segment):
    typed = {"kind": "usul", "coordinate": "0° 06' 00,000\" LS, 116° 03' 00,000\" BT", "key": "c" * 32}
    assert signed_in(cast.officer).post(FIELD, typed).status_code == 302
    fix = FieldFix.objects.get()
    assert (float(fix.lat), float(fix.lon), fix.samples, fix.accuracy_m) == (-0.1, 116.05, 0, None)


@pytest.mark.parametrize(
    "wrong",
    [
        {"lat": "", "lon": ""},
        {"lat": "nan"},
        {"lat": "91"},
        {"lat": "0", "lon": "0"},
        {"lat": "116.05", "lon": "-0.1"},
        {"lat": "51.5", "lon": "0.1"},
        {"lat": "2.9", "lon": "117.9"},
        {"accuracy_m": "0"},
        {"accuracy_m": "5000"},
        {"spread_m": "20000"},
        {"samples": "900000"},
        {"samples": "-1"},
        {"taken_at": "2027-01-01T00:00:00Z"},
        {"taken_at": "kemarin"},
        {"kind": "lain"},
        {"key": ""},
        {"note": "x" * 5001},
        {"note": "\x00"},
        {"coordinate": "bukan koordinat", "lat": "", "lon": ""},
    ],
)
def test_a_bad_position_is_refused_in_words_and_keeps_what_was_typed(cast, signed_in, segment, wrong):
    response = signed_in(cast.officer).post(FIELD, MEASURED | wrong)
    assert response.status_code == 422
    assert response.context["form"].errors
    assert not FieldFix.objects.exists()
    if "note" not in wrong:
        assert "Di tepi sungai (contoh)" in response.content.decode()


def test_what_is_no_picture_is_refused(cast, signed_in, segment):
    fake = SimpleUploadedFile("foto.png", b"<script>", "image/png")
    response = signed_in(cast.officer).post(FIELD, MEASURED | {"photo": fake})
    assert response.status_code == 422
    assert not FieldFix.objects.exists()


def test_readers_may_not_send_and_strangers_find_nothing(cast, signed_in, segment):
    assert signed_in(cast.observer).post(FIELD, MEASURED).status_code == 403
    assert signed_in(cast.stranger).post(FIELD, MEASURED).status_code == 404
    assert not FieldFix.objects.exists()


def test_the_page_says_that_it_is_no_survey(cast, signed_in, segment):
    text = signed_in(cast.officer).get(FIELD).content.decode()
    assert "bukan pengukuran geodetik" in text
    assert "Indikatif, bukan acuan hukum." in text


def test_the_biro_makes_a_point_of_it(cast, signed_in, segment):
    fix = sent(signed_in(cast.officer), photo=picture())
    client = signed_in(cast.biro)
    form = client.get(decide(fix)).context["form"]
    given = {"form_token": form["form_token"].value(), "decision": "titik", "label": "PBU 1",
             "kind": PointKind.objects.get(code="PBU").pk}  # fmt: skip
    assert client.post(decide(fix), given).status_code == 302
    fix.refresh_from_db()
    point = fix.point
    assert (point.lat, point.lon, point.datum, point.method) == (fix.lat, fix.lon, "wgs84", "survei_lapangan")
    assert "bukan pengukuran geodetik" in point.source
    assert (point.photo, segment.listed_points.get().label, fix.state) == (fix.photo, "PBU 1", "dijadikan")
    late = client.post(decide(fix), given | {"form_token": "baru" * 5, "label": "PBU 2"})
    assert late.status_code == 409
    assert BoundaryPoint.objects.count() == 1


def test_putting_it_aside_needs_a_reason(cast, signed_in, segment):
    fix = sent(signed_in(cast.officer))
    client = signed_in(cast.biro)
    given = {"form_token": "t" * 20, "decision": "tolak", "reason": ""}
    assert client.post(decide(fix), given).status_code == 422
    assert client.post(decide(fix), given | {"reason": "Salah tempat (contoh)"}).status_code == 302
    fix.refresh_from_db()
    assert (fix.state, fix.answer) == ("ditolak", "Salah tempat (contoh)")


@pytest.mark.parametrize(
    ("who", "status"), [("officer", 403), ("partner", 403), ("observer", 403), ("stranger", 404)]
)
def test_only_who_keeps_the_record_decides(cast, signed_in, segment, who, status):
    fix = sent(signed_in(cast.officer))
    client = signed_in(getattr(cast, who))
    assert client.get(decide(fix)).status_code == status
    assert client.post(decide(fix), {}).status_code == status


def test_a_photograph_is_shown_to_the_parties_and_hidden_from_strangers(cast, signed_in, segment):
    fix = sent(signed_in(cast.officer), photo=picture())
    address = reverse("boundaries:fix_photo", args=["64.02-64.07", fix.pk])
    shown = signed_in(cast.partner).get(address)
    assert b"".join(shown.streaming_content).startswith(b"\x89PNG")
    assert signed_in(cast.stranger).get(address).status_code == 404
    bare = sent(signed_in(cast.officer), key="z" * 32)
    assert (
        signed_in(cast.partner)
        .get(reverse("boundaries:fix_photo", args=["64.02-64.07", bare.pk]))
        .status_code
        == 404
    )


def test_positions_are_listed_on_the_map_of_the_segment_at_a_constant_price(
    cast, signed_in, segment, django_assert_max_num_queries
):
    client = signed_in(cast.officer)
    for number in range(12):
        sent(client, key=f"{number:032}")
    page = reverse("boundaries:segment_map", args=["64.02-64.07"])
    client.get(page)
    with django_assert_max_num_queries(20):
        text = client.get(page).content.decode()
    assert text.count("Di tepi sungai (contoh)") == 12
