"""Two people write one text at the same moment: nothing is lost, nothing doubled, nobody sees a fault (PostgreSQL, threads)."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection, connections
from django.test import Client

from agreements.choices.negotiation import Stance
from agreements.models import Naskah, NaskahDraft, NaskahPresence, NegotiatedClause, WordReturn
from agreements.services.naskah import newest_version
from agreements.services.negotiation import state_position
from agreements.services.wording import body_of
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError
from tests import factories
from tests.agreements.naskah.word_files import changed
from tests.agreements.playing import Play
from tests.agreements.table import CLAUSE, agree_all, said, say
from tests.agreements.word_way import Way, edited

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="races need row locks: PostgreSQL only"),
]

Act = Callable[[], tuple[int, Any]]


@pytest.fixture
def play(transactional_db: None, cast: Any) -> Iterator[Play]:
    """A proposal whose rows other threads can see."""
    ContentType.objects.clear_cache()
    yield Play(cast)
    ContentType.objects.clear_cache()


@pytest.fixture
def text(play: Play) -> Naskah:
    play.to("penyusunan_kb")
    return play.draft("kb")


@pytest.fixture
def second(play: Play) -> User:
    """Another drafter of the same region."""
    return factories.person("pd.kukar", ("pd_liaison", play.cast.kukar))


def together(*acts: Act) -> list[tuple[int, Any]]:
    """Run different acts at the same moment; the status and words each of them was answered with."""
    barrier = Barrier(len(acts))

    def run(act: Act) -> tuple[int, Any]:
        try:
            with clock.frozen(factories.TODAY):
                barrier.wait(timeout=10)
                return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def browser(user: User, text: Naskah, name: str, data: Any) -> Act:
    """One message of somebody's editor; a fault of the server is raised in the test."""
    client = Client()
    client.force_login(user)
    address = f"{text.get_absolute_url()}sunting/{name}/"

    def send() -> tuple[int, Any]:
        answer = client.post(address, json.dumps(data), content_type="application/json")
        return answer.status_code, answer.json()

    return send


def pasal(words: str, title: str = "OBJEK") -> dict[str, Any]:
    return {"title": title, "ayat": [{"text": words, "huruf": []}]}


def piece(content: Any, key: str = "pasal-objek", base: int = 1, **more: Any) -> dict[str, Any]:
    return {"key": key, "base": base, "content": content, **more}


def batch(*pieces: dict[str, Any]) -> dict[str, Any]:
    return {"pieces": list(pieces)}


def words_of(text: Naskah, clause: str = "objek") -> str:
    return next(row for row in body_of(newest_version(text)).pasal if row.clause == clause).ayat[0].text


def numbers(text: Naskah) -> list[int]:
    return list(text.versions.order_by("number").values_list("number", flat=True))


def test_two_who_save_different_pasal_at_once_both_find_their_words(
    play: Play, text: Naskah, second: User
) -> None:
    mine = batch(piece(pasal("Milik saya.")))
    theirs = batch(piece(pasal("Milik dia.", "RUANG LINGKUP"), "pasal-ruang_lingkup"))
    told = together(browser(play.cast.officer, text, "simpan", mine), browser(second, text, "simpan", theirs))
    assert [status for status, _ in told] == [200, 200]
    assert (words_of(text), words_of(text, "ruang_lingkup")) == ("Milik saya.", "Milik dia.")
    assert numbers(text) == [1, 2, 3]


def test_two_who_save_the_same_pasal_at_once_are_shown_each_others_words(
    play: Play, text: Naskah, second: User
) -> None:
    users = (play.cast.officer, second)
    for user in users:
        browser(user, text, "draf", batch(piece(pasal(f"Kata {user.username}."))))()
    told = together(
        *(browser(user, text, "simpan", batch(piece(pasal(f"Kata {user.username}.")))) for user in users)
    )
    assert sorted(status for status, _ in told) == [200, 409]
    (loser,) = [user for user, (status, _) in zip(users, told, strict=True) if status == 409]
    (clash,) = next(answer for status, answer in told if status == 409)["clashes"]
    assert clash["theirs"]["ayat"][0]["text"] == words_of(text) != clash["mine"]["ayat"][0]["text"]
    # What was not saved is still kept for its writer.
    assert NaskahDraft.objects.get().user == loser
    assert numbers(text) == [1, 2]


def test_one_batch_sent_four_times_after_a_broken_line_becomes_one_version(play: Play, text: Naskah) -> None:
    sent = batch(piece(pasal("Sekali saja.")))
    told = together(*(browser(play.cast.officer, text, "simpan", sent) for _ in range(4)))
    assert [status for status, _ in told] == [200] * 4
    assert numbers(text) == [1, 2]
    assert words_of(text) == "Sekali saja."


def test_two_windows_of_one_person_keep_one_draft_and_hand_the_other_back(play: Play, text: Naskah) -> None:
    typed = ("Dari kantor.", "Dari telepon.")
    told = together(
        *(browser(play.cast.officer, text, "draf", batch(piece(pasal(words)))) for words in typed)
    )
    assert [status for status, _ in told] == [200, 200]
    assert sorted(len(answer["elsewhere"]) for _, answer in told) == [0, 1]
    kept = NaskahDraft.objects.get()
    (back,) = next(answer["elsewhere"] for _, answer in told if answer["elsewhere"])
    assert back["content"] == kept.content
    assert kept.stamp == 1


def test_a_draft_that_arrives_while_its_words_are_saved_loses_nothing(
    play: Play, text: Naskah, second: User
) -> None:
    saved, typed = piece(pasal("Disimpan.")), piece(pasal("Disimpan, lalu diketik lagi."))
    other = piece(pasal("Draf orang lain.", "RUANG LINGKUP"), "pasal-ruang_lingkup")
    told = together(
        browser(play.cast.officer, text, "simpan", batch(saved)),
        browser(play.cast.officer, text, "draf", batch(typed)),
        browser(second, text, "draf", batch(other)),
        browser(second, text, "hadir", {"part": "pasal-ruang_lingkup"}),
    )
    assert [status for status, _ in told] == [200] * 4
    assert words_of(text) == "Disimpan."
    assert NaskahDraft.objects.get(user=second).content == other["content"]
    # Kept before the version it is part of it and forgotten; kept after it stays for its writer.
    mine = NaskahDraft.objects.filter(user=play.cast.officer)
    assert [row.content for row in mine] in ([], [typed["content"]])
    assert numbers(text) == [1, 2]


def test_four_windows_that_open_at_once_are_one_presence_each(play: Play, text: Naskah, second: User) -> None:
    told = together(
        *(
            browser(user, text, "hadir", {"part": ""})
            for user in (play.cast.officer, second)
            for _ in range(2)
        )
    )
    assert [status for status, _ in told] == [200] * 4
    assert NaskahPresence.objects.count() == 2


def test_a_batch_sent_while_a_pasal_is_agreed_never_changes_agreed_words(
    play: Play, text: Naskah, second: User
) -> None:
    first, last = play.parties()
    say(play.actor_for(first), text, first, Stance.AGREE)
    before, word, actor = words_of(text, CLAUSE), said(text, Stance.AGREE), play.actor_for(last)

    def agree() -> tuple[int, Any]:
        try:
            state_position(actor=actor, naskah=text, party=last, clause=CLAUSE, said=word)
        except DomainError as refusal:
            return refusal.status, str(refusal)
        return 200, ""

    sent = batch(
        piece(pasal("Ditulis ulang.", "RUANG LINGKUP"), f"pasal-{CLAUSE}"), piece(pasal("Objek baru."))
    )
    agreed, (status, answer) = together(agree, browser(second, text, "simpan", sent))
    locked = NegotiatedClause.objects.get(naskah=text, clause=CLAUSE).is_agreed
    if status == 200:
        # The words came first: nobody agreed to what nobody read.
        assert agreed[0] == 409
        assert not locked
        assert (words_of(text, CLAUSE), words_of(text)) == ("Ditulis ulang.", "Objek baru.")
    else:
        assert (status, agreed[0], locked) == (409, 200, True)
        assert answer["message"]
        assert words_of(text, CLAUSE) == before
        # All of the batch waits for the person, not half of it.
        assert words_of(text) != "Objek baru."


def test_a_batch_beside_an_agreement_on_another_pasal_both_stand(
    play: Play, text: Naskah, second: User
) -> None:
    def agree() -> tuple[int, Any]:
        agree_all(play, text)
        return 200, ""

    told = together(agree, browser(second, text, "simpan", batch(piece(pasal("Objek baru.")))))
    assert [status for status, _ in told] == [200, 200]
    assert NegotiatedClause.objects.get(naskah=text, clause=CLAUSE).is_agreed
    assert words_of(text) == "Objek baru."


def test_a_file_from_word_taken_while_another_saves_both_stand_or_the_reader_looks_again(
    play: Play, text: Naskah, second: User
) -> None:
    word, officer = Way(text), Client()
    officer.force_login(play.cast.officer)
    content = changed(edited(word.fetch(officer)), ("PUSKESMAS PERBATASAN<", "PUSKESMAS BERSAMA<"))
    assert word.send(officer, content).status_code == 302

    def take() -> tuple[int, Any]:
        answer = word.take(officer, 1, "pasal-objek", "judul", seen_number=1)
        return answer.status_code, answer.content

    mine = batch(piece(pasal("Milik dia.", "RUANG LINGKUP"), "pasal-ruang_lingkup"))
    (taken, page), (saved, _) = together(take, browser(second, text, "simpan", mine))
    assert saved == 200
    assert words_of(text, "ruang_lingkup") == "Milik dia."
    text.refresh_from_db()
    if taken == 302:
        assert words_of(text).startswith("Objek yang dikerjasamakan")
        assert (text.title, numbers(text)) == ("Puskesmas Bersama", [1, 2, 3])
    else:
        assert taken == 409
        assert "sudah menyimpan versi 2" in page.decode()
        assert (text.title, numbers(text)) == ("Puskesmas Perbatasan", [1, 2])
        assert WordReturn.objects.get().waits
