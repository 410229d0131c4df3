"""A claim is sent, looked at and saved; replaced with a reason; withdrawn; and each version stays as it was."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from boundaries.models import BoundaryLine, LineDraft
from tests.boundaries.lines_rows import BULGE, STRAIGHT, WEAVE, geojson, line, node, outlines, round_of
from tests.boundaries.rows import segment

SLUG = "64.02-64.07"
LIST = reverse("boundaries:lines", args=[SLUG])
NEW = reverse("boundaries:line_new", args=[SLUG])


@pytest.fixture
def row(cast):
    return segment(cast.kukar, cast.kubar)


def token(client, address):
    return client.get(address).context["form"]["form_token"].value()


def send(client, address=NEW, **given):
    data = {"form_token": token(client, address), "text": geojson(STRAIGHT)} | given
    return client.post(address, data)


def save(client, preview, **given):
    data = {"form_token": token(client, preview), "right_way": "on", "aksi": "simpan"} | given
    return client.post(preview, data)


def stated(client, **given):
    """A claim of Kutai Kartanegara through both pages."""
    preview = send(client, **({"whose": "klaim-64.02"} | given))["Location"]
    assert save(client, preview).status_code == 302
    return BoundaryLine.objects.latest("pk")


def test_an_officer_states_the_claim_of_the_own_region(cast, signed_in, row):
    round_of(row, 1, cast.biro)
    client = signed_in(cast.officer)
    found = stated(
        client, round=row.rounds.get().pk, name="Klaim adat contoh", confidential="on", note="contoh"
    )
    assert (found.role, found.region, found.version, found.author) == ("klaim", cast.kukar, 1, cast.officer)
    assert (found.vertices, found.vertex_count, found.confidential) == (STRAIGHT, 3, True)
    assert found.length_m == pytest.approx(111_319.49, abs=0.01)
    assert found.round.number == 1
    assert not LineDraft.objects.exists()
    assert "Klaim adat contoh" in client.get(LIST).content.decode()


@pytest.mark.parametrize(
    ("who", "whose", "status"),
    [
        ("officer", "klaim-64.02", 302),
        ("officer", "klaim-64.07", 422),
        ("officer", "kajian_provinsi", 422),
        ("partner", "klaim-64.07", 302),
        ("partner", "klaim-64.02", 422),
        ("biro", "klaim-64.07", 302),
        ("head", "kajian_kemendagri", 302),
        ("biro", "disepakati", 302),
        ("biro", "kompromi", 422),
    ],
)
def test_each_states_what_it_speaks_for(cast, signed_in, row, who, whose, status):  # noqa: PLR0917  fixtures
    client = signed_in(getattr(cast, who))
    assert send(client, whose=whose).status_code == status
    assert LineDraft.objects.count() == (status == 302)


@pytest.mark.parametrize(
    ("who", "status"), [("observer", 403), ("admin", 403), ("stranger", 404), ("nobody", 404)]
)
def test_who_may_not_is_refused_on_every_page(cast, signed_in, row, who, status):
    old = line(row, STRAIGHT, region=cast.kukar)
    client = signed_in(getattr(cast, who))
    pages = [
        NEW,
        *(reverse(f"boundaries:{name}", args=[SLUG, old.pk]) for name in ("line_replace", "line_withdraw")),
    ]
    for page in pages:
        assert client.get(page).status_code == status
        assert client.post(page, {"text": geojson(BULGE)}).status_code == status
    assert BoundaryLine.objects.count() == 1


def test_the_other_side_reads_but_does_not_replace_or_withdraw(cast, signed_in, row):
    old = line(row, STRAIGHT, region=cast.kukar)
    client = signed_in(cast.partner)
    assert client.get(old.get_absolute_url()).status_code == 200
    for name in ("line_replace", "line_withdraw"):
        assert client.get(reverse(f"boundaries:{name}", args=[SLUG, old.pk])).status_code == 403


def test_the_preview_is_for_its_author_alone(cast, signed_in, row):
    preview = send(signed_in(cast.officer), whose="klaim-64.02")["Location"]
    for who in (cast.biro, cast.partner, cast.observer, cast.stranger):
        assert signed_in(who).get(preview).status_code == 404


def test_outlines_turn_the_line_and_nothing_is_asked(cast, signed_in, row):
    outlines(row)
    client = signed_in(cast.officer)
    preview = send(client, whose="klaim-64.02", text=geojson(STRAIGHT[::-1]))["Location"]
    text = client.get(preview).content.decode()
    assert "Garis dibalik arahnya menurut garis luar wilayah." in text
    assert "Sisi kiri dan kanan pada gambar sudah benar" not in text
    assert client.post(preview, {"form_token": token(client, preview)}).status_code == 302
    assert BoundaryLine.objects.get().vertices == STRAIGHT


def test_without_outlines_the_person_says_which_side_is_whose(cast, signed_in, row):
    client = signed_in(cast.officer)
    preview = send(client, whose="klaim-64.02", text=geojson(STRAIGHT[::-1]))["Location"]
    refused = client.post(preview, {"form_token": token(client, preview)})
    assert refused.status_code == 422
    assert "Pastikan dahulu sisi mana milik siapa" in refused.content.decode()
    assert client.post(preview, {"form_token": "x", "aksi": "balik"})["Location"] == preview
    assert client.post(preview, {"form_token": token(client, preview)}).status_code == 302
    assert BoundaryLine.objects.get().vertices == STRAIGHT


def test_a_draft_can_be_thrown_away(cast, signed_in, row):
    client = signed_in(cast.officer)
    preview = send(client, whose="klaim-64.02")["Location"]
    assert client.post(preview, {"aksi": "buang"})["Location"] == LIST
    assert client.get(preview).status_code == 404
    assert not BoundaryLine.objects.exists()


def test_the_preview_warns_and_refuses_nothing(cast, signed_in, row):
    outlines(row)
    node(row, segment(cast.kukar, cast.paser), 115.0, 0.01)
    line(row, [*BULGE[:2], [116, 0.05]], region=cast.kubar)
    client = signed_in(cast.officer)
    far = [[115.0, 0.0], [115.5, 0.0], [116.5, 0.0]]
    preview = send(client, whose="klaim-64.02", text=geojson(far))["Location"]
    warnings = client.get(preview).context["warnings"]
    assert warnings[0].startswith("55,66 km garis ini terletak di luar kedua daerah")
    assert warnings[1] == "Ujung awal berjarak 1.106 m dari titik simpul terdekat, TK 1."
    assert warnings[2] == "Titik simpul pada ujung akhir belum dicatat."
    assert "dari ujung klaim Kabupaten Kutai Barat" in warnings[3]


def test_what_is_not_known_is_said_to_be_missing(cast, signed_in, row):
    client = signed_in(cast.officer)
    text = client.get(send(client, whose="klaim-64.02")["Location"]).content.decode()
    assert "Garis luar kedua daerah belum dimuat" in text
    assert "Titik simpul segmen ini belum dicatat" in text
    assert "Indikatif, bukan acuan hukum." in text


def test_a_file_is_read_like_a_paste(cast, signed_in, row):
    client = signed_in(cast.officer)
    file = SimpleUploadedFile("garis.geojson", geojson(STRAIGHT).encode())
    assert send(client, whose="klaim-64.02", text="", file=file).status_code == 302


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"text": ""}, "Isi titik garis, atau unggah satu berkas"),
        ({"text": "115, 0"}, "paling sedikit dua titik"),
        ({"text": geojson([[0, 115], [0, 116]])}, "Lintang dan bujur tertukar"),
        ({"text": geojson([[115, 0], [116, 1], [116, 0], [115, 1]])}, "memotong atau menyentuh dirinya sendiri"),
        ({"text": '{"type": "Polygon", "coordinates": [[[115,0],[116,0],[116,1],[115,0]]]}'}, "padahal yang diminta garis"),
        ({"text": "\0"}, "Karakter"),
        ({"whose": ""}, "Belum dipilih"),
        ({"round": "999"}, "Pilih"),
        ({"file": ("a.exe", b"x"), "text": ""}, "Jenis berkas"),
        ({"file": ("a.txt", b"\xff\xfe"), "text": ""}, "bukan teks UTF-8"),
        ({"file": ("a.txt", b""), "text": ""}, "kosong"),
        ({"file": ("a.json", b"{}"), "text": ""}, "tidak dikenal"),
    ],
)  # fmt: skip
def test_bad_input_comes_back_with_what_was_typed(cast, signed_in, row, given, message):
    client = signed_in(cast.officer)
    if "file" in given:
        given = given | {"file": SimpleUploadedFile(*given["file"])}
    response = send(client, **({"whose": "klaim-64.02", "name": "Nama contoh"} | given))
    assert response.status_code == 422
    text = response.content.decode()
    assert message.lower() in text.lower()
    assert "Nama contoh" in text
    assert not LineDraft.objects.exists()


def test_a_new_version_replaces_with_its_reason_and_the_old_stays(cast, signed_in, row):
    client = signed_in(cast.officer)
    old = stated(client)
    page = reverse("boundaries:line_replace", args=[SLUG, old.pk])
    assert send(client, page, reason="").status_code == 422
    preview = send(client, page, text=geojson(BULGE), reason="peta lama ditemukan")["Location"]
    save(client, preview)
    new = BoundaryLine.objects.latest("pk")
    assert (new.version, new.replaces, new.reason, new.region) == (2, old, "peta lama ditemukan", cast.kukar)
    old.refresh_from_db()
    assert old.vertices == STRAIGHT
    text = client.get(old.get_absolute_url()).content.decode()
    assert "Versi ini sudah digantikan versi 2." in text
    assert "peta lama ditemukan" in text
    assert client.get(page).status_code == 409
    assert client.get(reverse("boundaries:line_withdraw", args=[SLUG, old.pk])).status_code == 409


def test_of_two_people_who_replace_the_same_version_the_second_is_told(cast, signed_in, row):
    first, second = signed_in(cast.officer), None
    old = stated(first)
    page = reverse("boundaries:line_replace", args=[SLUG, old.pk])
    mine = send(first, page, text=geojson(BULGE), reason="contoh")["Location"]
    second = signed_in(cast.biro)
    theirs = send(second, page, text=geojson(WEAVE), reason="contoh")["Location"]
    assert save(second, theirs).status_code == 302
    late = signed_in(cast.officer)
    response = save(late, mine)
    assert response.status_code == 409
    assert "Versi ini sudah digantikan versi 2 oleh" in response.content.decode()
    assert BoundaryLine.objects.count() == 2
    assert LineDraft.objects.filter(author=cast.officer).exists()


def test_one_standing_claim_for_each_party_and_round(cast, signed_in, row):
    client = signed_in(cast.officer)
    stated(client)
    preview = send(client, whose="klaim-64.02", text=geojson(BULGE))["Location"]
    response = save(client, preview)
    assert response.status_code == 409
    assert "masih berlaku" in response.content.decode()
    round_of(row, 1, cast.biro)
    stated(client, round=row.rounds.get().pk)
    assert BoundaryLine.objects.count() == 2


def test_a_form_sent_twice_states_once(cast, signed_in, row):
    client = signed_in(cast.officer)
    preview = send(client, whose="klaim-64.02")["Location"]
    data = {"form_token": token(client, preview), "right_way": "on", "aksi": "simpan"}
    first = client.post(preview, data)
    again = client.post(preview, data)
    assert first["Location"] == again["Location"] == BoundaryLine.objects.get().get_absolute_url()


def test_a_line_is_withdrawn_once_with_its_reason(cast, signed_in, row):
    client = signed_in(cast.officer)
    old = stated(client)
    page = reverse("boundaries:line_withdraw", args=[SLUG, old.pk])
    assert client.post(page, {"form_token": token(client, page), "reason": ""}).status_code == 422
    data = {"form_token": token(client, page), "reason": "salah datum"}
    assert client.post(page, data)["Location"] == old.get_absolute_url()
    assert client.post(page, data)["Location"] == old.get_absolute_url()
    assert client.get(page).status_code == 409
    text = client.get(old.get_absolute_url()).content.decode()
    assert "Garis ini sudah ditarik." in text
    assert "salah datum" in text
    stated(client)


def test_the_list_costs_the_same_for_one_and_for_twenty_lines(
    cast, signed_in, row, django_assert_max_num_queries
):
    client = signed_in(cast.officer)

    def queries():

        client.get(LIST)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(LIST).status_code == 200
        return len(seen)

    line(row, STRAIGHT, region=cast.kukar, author=cast.officer)
    few = queries()
    for number in range(20):
        line(row, BULGE, name=f"contoh {number}", author=cast.biro)
    assert queries() == few


def test_an_empty_list_says_what_to_do(cast, signed_in, row):
    assert "Nyatakan garis" in signed_in(cast.officer).get(LIST).content.decode()
    text = signed_in(cast.observer).get(LIST).content.decode()
    assert "Belum ada garis yang berlaku" in text
    assert "Nyatakan garis" not in text
