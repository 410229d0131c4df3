"""The editor's talk with the server: nothing typed is lost, nothing saved is written over, nothing hostile gets in."""

import json
from datetime import timedelta
from typing import Any

import pytest

from agreements.choices import NaskahState
from agreements.models import NaskahDraft, NaskahPresence
from agreements.services.agreement import share_naskah
from agreements.services.naskah import newest_version
from agreements.services.wording import body_of
from ksd.core import clock
from tests import factories
from tests.agreements.playing import Play

POSTS = ("draf", "simpan", "hadir")


@pytest.fixture
def text(play: Play):
    play.to("penyusunan_kb")
    return play.draft("kb")


@pytest.fixture
def second(cast):
    """Another drafter of the same region."""
    return factories.person("pd.kukar", ("pd_liaison", cast.kukar))


@pytest.fixture
def desk(text, signed_in):
    """What one person's editor sends."""

    def at(user):
        browser = signed_in(user)

        def send(name: str, data: object = None, **more):
            address = f"{text.get_absolute_url()}sunting/{name}/"
            if data is None and not more:
                return browser.get(address)
            body = data if isinstance(data, (str, bytes)) else json.dumps(data)
            return browser.post(address, body, content_type="application/json", **more)

        return send

    return at


def piece(content: object, key: str = "pasal-objek", base: int = 1, **more: object) -> dict[str, Any]:
    return {"pieces": [{"key": key, "base": base, "content": content, **more}]}


def pasal(words: str, title: str = "OBJEK") -> dict[str, Any]:
    return {"title": title, "ayat": [{"text": words, "huruf": []}]}


def words_of(text, clause: str = "objek") -> str:
    return next(row for row in body_of(newest_version(text)).pasal if row.clause == clause).ayat[0].text


def test_the_editor_learns_the_text_the_law_and_the_placeholders(desk, cast, text):
    state = desk(cast.officer)("isi").json()
    assert state["version"]["number"] == 1
    assert state["parts"]["urutan"][0] == "maksud_tujuan"
    assert "Pasal 40" in state["required"]["objek"]
    assert {"code": "{judul}", "label": "Judul kerja sama", "help": "Judul sesudah kata TENTANG.",
            "value": "Puskesmas Perbatasan"} in state["tokens"]  # fmt: skip
    assert all(row["code"] not in state["parts"]["urutan"] for row in state["library"])


def test_what_is_typed_is_kept_for_its_writer_alone(desk, cast, second, text):
    sent = desk(cast.officer)("draf", piece(pasal("Setengah kalim")))
    assert sent.json() == {"stamps": {"pasal-objek": 1}, "elsewhere": []}
    (draft,) = desk(cast.officer)("isi").json()["drafts"]
    assert draft["content"] == pasal("Setengah kalim")
    assert desk(second)("isi").json()["drafts"] == []
    assert newest_version(text).number == 1


def test_the_other_browser_of_the_same_person_is_not_written_over(desk, cast):
    send = desk(cast.officer)
    send("draf", piece(pasal("Dari telepon")))
    send("draf", piece(pasal("Dari telepon, lagi"), seen=1))
    late = send("draf", piece(pasal("Dari kantor"), seen=0)).json()
    assert late["stamps"] == {}
    assert late["elsewhere"][0]["content"] == pasal("Dari telepon, lagi")
    assert NaskahDraft.objects.get().content == pasal("Dari telepon, lagi")


def test_a_draft_is_thrown_away_and_a_saved_one_forgotten(desk, cast, text):
    send = desk(cast.officer)
    send("draf", piece(pasal("Buang"), seen=0))
    send("draf", piece(None, seen=1))
    assert not NaskahDraft.objects.exists()
    send("draf", piece(pasal("Pakai")))
    saved = send("simpan", piece(pasal("Pakai")))
    assert saved.status_code == 200
    assert saved.json()["version"]["number"] == 2
    assert saved.json()["drafts"] == []
    assert words_of(text) == "Pakai"
    assert newest_version(text).note == "Diubah: Pasal 2 OBJEK"


def test_two_people_save_different_pasal_and_both_stay(desk, cast, second, text):
    assert desk(second)("simpan", piece(pasal("Milik orang kedua."))).status_code == 200
    mine = piece(pasal("Milik saya.", "RUANG LINGKUP"), "pasal-ruang_lingkup")
    assert desk(cast.officer)("simpan", mine).json()["version"]["number"] == 3
    assert (words_of(text), words_of(text, "ruang_lingkup")) == ("Milik orang kedua.", "Milik saya.")


def test_the_same_pasal_changed_by_two_is_shown_to_a_person_and_saved_by_neither(desk, cast, second, text):
    desk(second)("simpan", piece(pasal("Kata kedua.")))
    refused = desk(cast.officer)("simpan", piece(pasal("Kata saya.")))
    assert refused.status_code == 409
    (clash,) = refused.json()["clashes"]
    assert clash["label"] == "Pasal 2 OBJEK"
    assert clash["by"] == second.get_full_name()
    assert clash["theirs"] == pasal("Kata kedua.")
    assert words_of(text) == "Kata kedua."
    decided = desk(cast.officer)("simpan", piece(pasal("Kata kita berdua."), base=2))
    assert decided.status_code == 200
    assert words_of(text) == "Kata kita berdua."


def test_a_pasal_the_law_asks_for_is_not_left_out(desk, cast, text):
    order = [row.clause for row in body_of(newest_version(text)).pasal if row.clause != "objek"]
    refused = desk(cast.officer)("simpan", piece(order, "urutan"))
    assert refused.status_code == 409
    assert "wajib dimuat" in refused.json()["message"]
    assert "Pasal 40" in refused.json()["article"]
    assert newest_version(text).number == 1


def test_a_new_pasal_has_a_code_of_its_own_kind(desk, cast, text):
    order = [row.clause for row in body_of(newest_version(text)).pasal]

    def add(code: str):
        pieces = (
            piece([*order, code], "urutan")["pieces"]
            + piece(pasal("Isi.", "SANKSI"), f"pasal-{code}")["pieces"]
        )
        return desk(cast.officer)("simpan", {"pieces": pieces})

    assert add("ubah__objek").status_code == 422
    assert add("pasal_tambahan_k3x9").status_code == 200
    assert words_of(text, "pasal_tambahan_k3x9") == "Isi."


def test_who_writes_here_is_told_while_it_is_fresh(desk, cast, second, text):
    assert desk(second)("hadir", {"part": "pasal-objek"}).json()["people"] == []
    seen = desk(cast.officer)("hadir", {"part": ""}).json()
    assert seen["people"] == [{"name": second.get_full_name(), "part": "pasal-objek"}]
    NaskahPresence.objects.filter(user=second).update(seen_at=clock.now() - timedelta(minutes=2))
    assert desk(cast.officer)("hadir", {"part": ""}).json()["people"] == []


@pytest.mark.parametrize("name", POSTS)
def test_only_the_drafters_and_only_while_it_is_written(name, desk, cast, text):
    sent = piece(pasal("Sisipan")) | {"part": ""}
    for outsider in (cast.stranger, cast.nobody):
        assert desk(outsider)(name, sent).status_code == 404
    for reader in (cast.partner, cast.biro, cast.observer, cast.tkksd):
        assert desk(reader)(name, sent).status_code == 403, reader
        assert desk(reader)("isi").status_code == 403
    share_naskah(actor=cast.officer, naskah=text)
    late = desk(cast.officer)(name, sent)
    assert late.status_code == 409
    assert "naskah kini" in late.json()["message"]
    assert newest_version(text).number == 1
    assert not NaskahDraft.objects.exists()
    text.refresh_from_db()
    assert text.state == NaskahState.DISCUSSED


DEEP = "[" * 100_000 + "]" * 100_000
HOSTILE = [
    b"", b"\xff\xfe", "null", "[]", '"x"', "{}", "NaN", DEEP, '{"pieces": 1}', '{"pieces": [1]}',
    '{"pieces": [{"key": 1, "base": 1, "content": ""}]}',
    '{"pieces": [{"key": "pasal-objek", "base": true, "content": null}]}',
    '{"pieces": [{"key": "pasal-objek", "base": 99999999999, "content": null}]}',
    '{"pieces": [{"key": "pasal-objek", "base": 7, "content": {"title": "O", "ayat": []}}]}',
    '{"pieces": [{"key": "pasal-objek", "base": 1, "content": {"title": "O", "ayat": "abc"}}]}',
    '{"pieces": [{"key": "pasal-objek", "base": 1, "content": {"title": {}, "ayat": []}}]}',
    '{"pieces": [{"key": "pasal-\\u0000", "base": 1, "content": {"title": "O", "ayat": []}}]}',
    '{"pieces": [{"key": "__class__", "base": 1, "content": {}}]}',
    json.dumps({"pieces": [{"key": "konsiderans", "base": 1, "content": ["x"] * 101}]}),
    json.dumps({"pieces": [{"key": "konsiderans", "base": 1, "content": ["x" * 6001]}]}),
    json.dumps({"pieces": [{"key": "konsiderans", "base": 1, "content": ["x"]}] * 2}),
]  # fmt: skip


@pytest.mark.parametrize("name", POSTS)
def test_what_no_editor_sends_is_refused_in_words(name, desk, cast, text):
    send = desk(cast.officer)
    for number, hostile in enumerate(HOSTILE):
        present = json.dumps({"part": [hostile if isinstance(hostile, str) else "x"]})
        refused = send(name, present if name == "hadir" else hostile)
        assert refused.status_code == 422, (number, refused.content)
        assert refused.json()["message"], number
        assert newest_version(text).number == 1, number
        assert not NaskahDraft.objects.exists(), number
        assert not NaskahPresence.objects.exists(), number


@pytest.mark.parametrize("size", [1_600_000, 10_000_000])
def test_too_much_at_once_is_refused_before_it_is_read(size, desk, cast, text):
    for name in POSTS:
        refused = desk(cast.officer)(name, json.dumps(piece("x" * size)))
        assert refused.status_code == 413
        assert "terlalu besar" in refused.json()["message"]


def test_commands_of_templates_and_pages_stay_words(desk, cast, text, signed_in):
    bad = "<script>alert(1)</script>{% load x %} {{ settings.SECRET_KEY }} \x00\u202e😀\ud800"
    typed = "<script>alert(1)</script>{% load x %} {{ settings.SECRET_KEY }}"
    kept = desk(cast.officer)("draf", piece(pasal(bad)))
    assert kept.status_code == 200
    assert NaskahDraft.objects.get().content["ayat"][0]["text"] == f"{typed} 😀"
    refused = desk(cast.officer)("simpan", piece(pasal(bad)))
    assert refused.status_code == 409
    assert "Isian otomatis tidak dikenal" in refused.json()["message"]
    saved = desk(cast.officer)("simpan", piece(pasal("<img src=x onerror=alert(1)> {judul}")))
    assert saved.status_code == 200
    page = signed_in(cast.officer).get(text.get_absolute_url()).content.decode()
    assert "<img src=x" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
