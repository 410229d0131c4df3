"""Two officers on one row: neither overwrites the other unseen, and nothing typed is lost."""

import pytest

from ksd.core.errors import ImpossibleStep, NotAllowed
from ksd.mapping.models import Period
from ksd.mapping.services.row_clashes import RowChanged
from ksd.mapping.services.rows import change_row
from tests.mapping.filling_rows import draft, of_row, opened, typed


@pytest.fixture
def line(cast):
    return draft(cast, opened(cast))


def test_what_each_wrote_apart_stays(cast, line):
    change_row(actor=cast.tkksd, row=line, values={"location": "Muara Muntai"}, seen_revision=0)
    kept = change_row(actor=cast.officer, row=line, values={"title": "Bidan contoh"}, seen_revision=0)
    assert (kept.location, kept.title, kept.revision) == ("Muara Muntai", "Bidan contoh", 2)


def test_what_one_left_alone_stays_as_the_other_made_it(cast, line):
    change_row(actor=cast.tkksd, row=line, values={"title": "Bidan contoh"}, seen_revision=0)
    same = {"title": "Dokter spesialis contoh", "location": "Kota Bangun"}
    kept = change_row(actor=cast.officer, row=line, values=same, seen_revision=0)
    assert (kept.title, kept.location) == ("Bidan contoh", "Kota Bangun")


def test_what_both_wrote_is_told_with_both_wordings(cast, line):
    change_row(actor=cast.tkksd, row=line, values={"title": "Bidan contoh"}, seen_revision=0)
    with pytest.raises(RowChanged, match=r"Contoh Tkksd\.Kukar mengubah pokok") as refused:
        change_row(actor=cast.officer, row=line, values={"title": "Perawat contoh"}, seen_revision=0)
    clash = refused.value.clashes[0]
    assert (clash.mine, clash.theirs, refused.value.revision) == ("Perawat contoh", "Bidan contoh", 1)
    line.refresh_from_db()
    assert line.title == "Bidan contoh"


def test_whoever_has_seen_the_newest_may_overwrite(cast, line):
    change_row(actor=cast.tkksd, row=line, values={"title": "Bidan contoh"}, seen_revision=0)
    kept = change_row(actor=cast.officer, row=line, values={"title": "Perawat contoh"}, seen_revision=1)
    assert kept.title == "Perawat contoh"


def test_the_same_wording_twice_is_no_clash_and_no_change(cast, line):
    change_row(actor=cast.tkksd, row=line, values={"title": "Bidan contoh"}, seen_revision=0)
    kept = change_row(actor=cast.officer, row=line, values={"title": "Bidan contoh"}, seen_revision=0)
    assert kept.revision == 1


def test_one_sitting_is_one_line_of_history_with_the_first_wording(cast, line):
    for number, title in enumerate(("B", "Bi", "Bidan contoh")):
        change_row(actor=cast.officer, row=line, values={"title": title}, seen_revision=number)
    event = line.events.get(label="Diubah")
    assert (event.before, event.revision) == ({"title": "Dokter spesialis contoh"}, 3)
    with pytest.raises(RowChanged):
        change_row(actor=cast.tkksd, row=line, values={"title": "Perawat contoh"}, seen_revision=1)


def test_a_stranger_to_the_region_writes_nothing(cast, line):
    for user in (cast.partner, cast.observer, cast.stranger, cast.nobody):
        with pytest.raises(NotAllowed):
            change_row(actor=user, row=line, values={"title": "x"}, seen_revision=0)
    kept = change_row(actor=cast.biro, row=line, values={"title": "Biro contoh"}, seen_revision=0)
    assert kept.title == "Biro contoh"


def test_a_closed_period_takes_nothing_more(cast, line):
    Period.objects.update(state="ditutup")
    line.period.refresh_from_db()
    with pytest.raises(ImpossibleStep, match="tidak sedang dibuka"):
        change_row(actor=cast.officer, row=line, values={"title": "x"}, seen_revision=0)


def test_typing_is_saved_as_one_goes(cast, signed_in, line):
    address = of_row("row_autosave", line, "pokok")
    body = typed(title="Dokter dan bidan contoh", seen_revision="0")
    del body["form_token"]
    client = signed_in(cast.officer)
    said = client.post(address, body)
    assert said.status_code == 200, said.content
    assert said.json()["revision"] == 1
    line.refresh_from_db()
    assert line.title == "Dokter dan bidan contoh"
    # What is wrong is named, the rest is kept.
    said = client.post(
        address, body | {"urusan": "kesehetan", "location": "Tenggarong", "seen_revision": "1"}
    )
    assert said.status_code == 200
    assert "Maksud Anda “Kesehatan”?" in said.json()["errors"]["urusan"][0]
    line.refresh_from_db()
    assert (line.location, line.urusan.name) == ("Tenggarong", "Kesehatan")
    assert client.post(address, {"seen_revision": "1"}).status_code == 200  # emptied on purpose
    assert client.post(address, body | {"seen_revision": "x"}).status_code == 422
    assert client.get(address).status_code == 405


def test_what_others_wrote_meanwhile_comes_back_to_be_shown(cast, signed_in, line):
    change_row(actor=cast.tkksd, row=line, values={"title": "Bidan contoh", "priority": 1}, seen_revision=0)
    said = signed_in(cast.officer).post(of_row("row_autosave", line, "pokok"), typed(location="Kota Bangun"))
    assert said.json()["others"] == [
        {"name": "title", "label": "pokok", "theirs": "Bidan contoh", "values": ["Bidan contoh"]},
        {"name": "priority", "label": "prioritas", "theirs": "Tinggi", "values": ["1"]},
    ]


def test_a_clash_while_typing_shows_both_and_loses_nothing(cast, signed_in, line):
    change_row(actor=cast.tkksd, row=line, values={"title": "Bidan contoh"}, seen_revision=0)
    address = of_row("row_autosave", line, "pokok")
    body = typed(title="Perawat contoh", location="Kota Bangun")
    client = signed_in(cast.officer)
    said = client.post(address, body)
    assert said.status_code == 409
    assert said.json()["clashes"] == [
        {"name": "title", "label": "pokok", "mine": "Perawat contoh", "theirs": "Bidan contoh"}
    ]
    # Taking theirs keeps the rest of mine.
    said = client.post(address, body | {"seen_revision": "1", "biarkan": "title"})
    assert said.status_code == 200
    line.refresh_from_db()
    assert (line.title, line.location) == ("Bidan contoh", "Kota Bangun")


def test_without_a_script_the_form_comes_back_with_both_wordings(cast, signed_in, line):
    change_row(actor=cast.tkksd, row=line, values={"title": "Bidan contoh"}, seen_revision=0)
    address = of_row("row_edit", line, "pokok")
    client = signed_in(cast.officer)
    refused = client.post(address, typed(title="Perawat contoh"))
    page = refused.content.decode()
    assert refused.status_code == 409
    for words in ("Perawat contoh", "Bidan contoh", "Dua orang mengisi hal yang sama"):
        assert words in page
    assert 'name="seen_revision" value="1"' in page
    again = client.post(address, typed("dua", title="Perawat contoh", seen_revision="1"))
    assert again.status_code == 302
    line.refresh_from_db()
    assert line.title == "Perawat contoh"


def test_the_period_closes_while_somebody_types(cast, signed_in, line):
    client = signed_in(cast.officer)
    page = of_row("row_edit", line, "pokok")
    assert client.get(page).status_code == 200
    Period.objects.update(state="ditutup")
    said = client.post(of_row("row_autosave", line, "pokok"), typed(title="Kalimat panjang contoh"))
    assert said.status_code == 409
    assert "tidak sedang dibuka" in said.json()["message"]
    refused = client.post(page, typed(title="Kalimat panjang contoh"))
    assert refused.status_code == 409
    assert "Kalimat panjang contoh" in refused.content.decode()
    assert client.get(page).status_code == 409


def test_who_may_read_may_not_save(cast, signed_in, line):
    address, page = of_row("row_autosave", line, "pokok"), of_row("row_edit", line, "pokok")
    for user, status in ((cast.observer, 403), (cast.partner, 404), (cast.stranger, 404)):
        assert signed_in(user).post(address, typed()).status_code == status
        assert signed_in(user).get(page).status_code == status
    assert signed_in(cast.officer).get(of_row("row_edit", line, "bukan")).status_code == 404
