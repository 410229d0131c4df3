"""The compromise simulator: private until shared, every step kept, balance at once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from shapely import LineString, Point

from boundaries.models import BoundaryLine, Compromise
from boundaries.services.compromises import (
    Drawing,
    redo_step,
    save_step,
    share_compromise,
    undo_step,
    withdraw_sharing,
)
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, StaleForm
from tests.boundaries.rows import segment
from tests.boundaries.sim_rows import EAST, MIDDLE, MIDDLE_TEXT, alternative, both_claims, collection, layer

SLUG = "64.02-64.07"
LIST = reverse("boundaries:compromises", args=[SLUG])
NEW = reverse("boundaries:compromise_new", args=[SLUG])
PREVIEW = reverse("boundaries:compromise_preview", args=[SLUG])
COMPARE = reverse("boundaries:compromise_compare", args=[SLUG])


@pytest.fixture
def row(cast):
    found = segment(cast.kukar, cast.kubar)
    both_claims(found)
    return found


@pytest.fixture
def alt(cast, row):
    return alternative(cast.biro, row, "Rahasia-9Q")


def at(name, alt):
    return reverse(f"boundaries:{name}", args=[SLUG, alt.pk])


def sent(client, address, **given):
    form = client.get(address).context["form"]
    hidden = {name: form[name].value() for name in ("form_token", "seen") if name in form.fields}
    return client.post(address, hidden | given)


def test_the_mediator_begins_from_the_computed_middle(cast, signed_in, row):
    client = signed_in(cast.biro)
    page = client.get(NEW, {"mulai": "tengah"})
    assert page.status_code == 200
    assert "116.000000000" in page.context["form"].initial["coordinates"]
    assert page.context["weighing"].total_m2 == pytest.approx(123_090_714.7, abs=1)
    response = sent(client, NEW, name="Tengah", coordinates=MIDDLE_TEXT, note="awal")
    made = Compromise.objects.get()
    assert response["Location"] == made.get_absolute_url()
    step = made.steps.get()
    assert (made.office, made.current, step.number, step.line.shared) == (cast.kaltim, step, 1, False)
    assert "6.154,54 ha" in client.get(made.get_absolute_url()).content.decode()


@pytest.mark.parametrize("code", ["tengah", "klaim_a", "klaim_b", "ikut_a", "ikut_b", "", "tidak-ada"])
def test_every_beginning_opens(cast, signed_in, row, code):
    for number in ("1", "2", "99", "x", "9" * 30, ""):
        assert signed_in(cast.biro).get(NEW, {"mulai": code, "n": number}).status_code == 200


def test_weighing_saves_nothing(cast, signed_in, row):
    client = signed_in(cast.biro)
    page = client.post(PREVIEW, {"coordinates": MIDDLE_TEXT})
    assert page.status_code == 200
    assert "6.154,54 ha" in page.content.decode()
    assert sent(client, NEW, name="X", coordinates=MIDDLE_TEXT, act="hitung").status_code == 200
    assert not Compromise.objects.exists()
    assert BoundaryLine.objects.count() == 2


BAD = [
    ("0, 116\n0.1, 116.1\n0, 116.1\n0.1, 116", "memotong"),
    ("", "Belum diisi"),
    ("0.0, 116.0", "dua titik"),
    ("nan, 116\n0, 116", "bukan angka"),
    ("satu dua", "dapat dibaca sebagai koordinat"),
    ("50, 3\n51, 4", "luar Indonesia"),
    ('{"type":"LineString","coordinates":[[0.1,116],[0.2,116]]}', "tertukar"),
    ('{"type":"LineString","coordinates":[]}', "kosong"),
    ('{"type":"LineString","coordinates":[[116,NaN],[116,0]]}', "NaN"),
    ('{"type":"Polygon","coordinates":[[[116,0],[116.1,0],[116.1,0.1],[116,0]]]}', "poligon"),
    ("\n".join(f"{n / 100000:.5f}, 116.0" for n in range(5002)), "paling banyak 5.000"),
    ("0, 116\n" * 90_000, "karakter"),
]


@pytest.mark.parametrize(("text", "word"), BAD)
def test_a_line_that_is_none_is_refused_in_words_and_kept(cast, signed_in, row, text, word):
    client = signed_in(cast.biro)
    response = sent(client, NEW, name="X", coordinates=text, act="simpan")
    assert response.status_code == 422
    assert word in response.content.decode()
    assert client.post(PREVIEW, {"coordinates": text}).status_code == 200
    assert not Compromise.objects.exists()


def test_a_line_drawn_the_other_way_is_turned(cast, signed_in, row):
    page = signed_in(cast.biro).post(PREVIEW, {"coordinates": "0.1, 116.0\n0.0, 116.0"})
    assert "Arah garis dibalik" in page.content.decode()
    assert page.context["weighing"].shares[0].gets.area_m2 == pytest.approx(61_545_357, abs=1)


@pytest.mark.parametrize("who", ["officer", "partner", "stranger", "observer", "admin"])
def test_only_the_office_acts(cast, row, alt, who):
    actor, seen = getattr(cast, who), alt.revision
    drawing = Drawing(LineString(EAST))
    for act in (
        lambda: save_step(actor=actor, compromise=alt, drawing=drawing, seen=seen),
        lambda: undo_step(actor=actor, compromise=alt, seen=seen),
        lambda: redo_step(actor=actor, compromise=alt, seen=seen),
        lambda: share_compromise(actor=actor, compromise=alt, seen=seen),
        lambda: withdraw_sharing(actor=actor, compromise=alt, seen=seen),
        lambda: alternative(actor, row, "Lain"),
    ):
        with pytest.raises(NotAllowed, match="Biro Pemerintahan provinsi"):
            act()
    assert alt.steps.count() == 1


def test_undo_and_redo_walk_along_the_steps_and_lose_none(cast, alt):
    second = save_step(actor=cast.head, compromise=alt, drawing=Drawing(LineString(EAST)), seen=alt.revision)
    alt.refresh_from_db()
    undo_step(actor=cast.biro, compromise=alt, seen=alt.revision)
    alt.refresh_from_db()
    assert alt.current.number == 1
    redo_step(actor=cast.biro, compromise=alt, seen=alt.revision)
    alt.refresh_from_db()
    assert alt.current == second
    undo_step(actor=cast.biro, compromise=alt, seen=alt.revision)
    alt.refresh_from_db()
    third = save_step(actor=cast.biro, compromise=alt, drawing=Drawing(LineString(MIDDLE)), seen=alt.revision)
    assert third.before is not None
    assert (third.number, third.before.number) == (3, 1)
    alt.refresh_from_db()
    undo_step(actor=cast.biro, compromise=alt, seen=alt.revision)
    alt.refresh_from_db()
    with pytest.raises(ImpossibleStep, match="Tidak ada langkah sebelum ini"):
        undo_step(actor=cast.biro, compromise=alt, seen=alt.revision)
    assert alt.steps.count() == 3


def test_a_colleague_who_was_quicker_is_noticed_and_nothing_typed_is_lost(cast, signed_in, alt):
    client = signed_in(cast.biro)
    address = at("compromise_step", alt)
    form = client.get(address).context["form"]
    stale = {
        "form_token": form["form_token"].value(),
        "seen": form["seen"].value(),
        "coordinates": MIDDLE_TEXT,
    }
    save_step(actor=cast.head, compromise=alt, drawing=Drawing(LineString(EAST)), seen=alt.revision)
    response = client.post(address, stale)
    assert response.status_code == 409
    assert "berubah" in response.content.decode()
    assert MIDDLE_TEXT.splitlines()[0] in response.content.decode()
    again = response.context["form"]
    kept = {name: again[name].value() for name in ("form_token", "seen", "coordinates")}
    assert client.post(address, kept).status_code == 302
    assert alt.steps.count() == 3
    with pytest.raises(StaleForm):
        undo_step(actor=cast.biro, compromise=alt, seen=1)


def test_the_same_press_twice_saves_one_step(cast, signed_in, alt):
    client = signed_in(cast.biro)
    address = at("compromise_step", alt)
    form = client.get(address).context["form"]
    data = {
        "form_token": form["form_token"].value(),
        "seen": form["seen"].value(),
        "coordinates": MIDDLE_TEXT,
    }
    assert client.post(address, data).status_code == 302
    assert client.post(address, data).status_code == 302
    assert alt.steps.count() == 2


def test_a_name_is_used_once(cast, row, alt):
    with pytest.raises(DomainError, match="sudah dipakai"):
        alternative(cast.biro, row, "rahasia-9q")


def test_two_to_four_alternatives_lie_side_by_side(cast, signed_in, row, alt):
    others = [alternative(cast.biro, row, f"Lain {n}", EAST) for n in range(5)]
    client = signed_in(cast.biro)
    page = client.get(COMPARE, {"alt": [alt.pk, others[0].pk]})
    assert len(page.context["columns"]) == 2
    assert len(client.get(COMPARE, {"alt": [row.pk for row in (alt, *others)]}).context["columns"]) == 4
    for nonsense in ({"alt": [alt.pk]}, {"alt": ["x", "9" * 99]}, {}):
        assert client.get(COMPARE, nonsense).context["columns"] == []


def test_without_claims_there_is_nothing_to_weigh(cast, signed_in):
    segment(cast.kukar, cast.kubar)
    client = signed_in(cast.biro)
    assert client.get(LIST).status_code == 200
    response = client.get(NEW)
    assert response.status_code == 409
    assert "belum menyatakan klaim" in response.content.decode()


def test_things_and_villages_are_told_for_each_side(cast, signed_in, row, alt):
    layer(
        cast.biro,
        cast.kaltim,
        collection(
            ("SD Barat contoh", Point(115.95, 0.05), {}), ("SD Timur contoh", Point(116.05, 0.05), {})
        ),
    )
    square = LineString([(115.97, 0.05), (116.03, 0.05)]).buffer(0.01)
    layer(cast.biro, cast.kaltim, collection(("Desa Belah contoh", square, {"penduduk": 90})), theme="desa")
    found = signed_in(cast.biro).get(alt.get_absolute_url()).context["weighing"]
    named = [
        {theme.theme: [thing.name for thing in theme.things] for theme in share.gets.themes}
        for share in found.shares
    ]
    assert (named[0]["sekolah"], named[1]["sekolah"]) == (["SD Barat contoh"], ["SD Timur contoh"])
    assert found.villages_cut == ["Desa Belah contoh"]
    assert named[0]["desa"] == named[1]["desa"] == ["Desa Belah contoh"]


def test_people_nobody_counted_are_said_to_be_uncounted(cast, signed_in, row, alt):
    west, east = Point(115.95, 0.05), Point(116.05, 0.05)
    layer(cast.biro, cast.kaltim, collection(("SD contoh", west, {})))
    text = collection(("Hulu contoh", west, {}), ("Hilir contoh", east, {"penduduk": 90}))
    layer(cast.biro, cast.kaltim, text, theme="penduduk")
    page = signed_in(cast.biro).get(alt.get_absolute_url())
    told = [
        {theme.theme: (theme.people, theme.without_people) for theme in share.gets.themes}
        for share in page.context["weighing"].shares
    ]
    assert [row["penduduk"] for row in told] == [(None, 1), (90, 0)]
    assert told[0]["sekolah"] == (None, 0)
    assert page.content.decode().count("1 objek tanpa angka") == 1


def queries_of(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_list_and_the_comparison_cost_the_same_for_few_and_many(cast, signed_in, row, alt):
    alternative(cast.biro, row, "Kedua")
    client = signed_in(cast.biro)
    pair = f"{COMPARE}?alt={alt.pk}&alt={alt.pk + 1}"
    few, side_by_side = queries_of(client, LIST), queries_of(client, pair)
    for n in range(15):
        alternative(cast.biro, row, f"Lain {n}")
    assert queries_of(client, LIST) == few
    assert queries_of(client, f"{pair}&alt={alt.pk + 2}&alt={alt.pk + 3}") == side_by_side
