"""The pages of the rumusan: read, confirmed by account or link, read out and locked; and a crowd that does it."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ksd.core import clock
from meetings.models import ActLink, Confirmation, Meeting, Record
from meetings.services.confirming import ask_by_link, confirm_by_account
from meetings.services.decisions import DecisionData, change_decision
from meetings.services.records import read_out
from tests import factories
from tests.meetings.room_rows import delegation, held, point, word
from tests.meetings.test_the_pages_of_the_room import LIVE, at, entered, hidden

CONFIRM = reverse("meetings:confirm")


@pytest.fixture
def row(cast):
    return held(cast)


@pytest.fixture
def asked(cast, row):
    """Both delegations are asked about the first edition."""
    heads = [delegation(row, region) for region in (cast.kukar, cast.kubar)]
    point(cast.biro, row, "Menyusun PKS rujukan.")
    read_out(actor=cast.biro, meeting=row)
    return heads


def said(head, stance="setuju", edition=1, token="", **more):
    given = {
        "delegation": head.public_id,
        "edition": edition,
        "stance": stance,
        "name": "Contoh Kepala",
        "title": "Bupati",
    }
    return given | {"form_token": token or f"{head.public_id}-{stance}-{edition}"} | more


def by_link(token, phone=None):
    """A phone that opened its link."""
    phone = phone or Client()
    phone.get(reverse("meetings:confirm_enter", args=[token]))
    return phone


def test_a_delegate_reads_and_confirms_on_the_own_page(cast, row, asked):
    client = entered(cast.officer)
    page = client.get(at(row, "record")).content.decode()
    assert "Kirim pernyataan" in page
    assert "Menyusun PKS rujukan." in page
    assert client.post(at(row, "record_say"), said(asked[0]))["Location"] == at(row, "record")
    after = client.get(at(row, "record")).content.decode()
    assert "Setuju atas edisi 1, oleh Contoh Kepala" in after
    assert "Kirim pernyataan" not in after


def test_a_refused_word_comes_back_as_it_was_typed(cast, row, asked):
    client = entered(cast.officer)
    answer = client.post(at(row, "record_say"), said(asked[0], "keberatan", name="Contoh Nama Diketik"))
    assert answer.status_code == 422
    assert "Tuliskan keberatannya" in answer.content.decode()
    assert "Contoh Nama Diketik" in answer.content.decode()
    live = client.post(at(row, "record_say"), said(asked[0], "keberatan", token="x"), **LIVE)
    assert "Tuliskan keberatannya" in live.json()["errors"][0]


def test_the_same_delegate_twice_gets_a_clear_word(cast, row, asked):
    client = entered(cast.officer)
    client.post(at(row, "record_say"), said(asked[0]))
    answer = client.post(at(row, "record_say"), said(asked[0], "keberatan", objection="Lain."), **LIVE)
    assert answer.status_code == 409
    assert "sudah menyatakan “Setuju”" in answer.json()["errors"][0]


def test_nobody_says_the_word_of_another_delegation(cast, row, asked):
    assert entered(cast.partner).post(at(row, "record_say"), said(asked[0])).status_code == 403
    assert entered(cast.observer).post(at(row, "record_say"), said(asked[0])).status_code == 403
    assert entered(cast.stranger).post(at(row, "record_say"), said(asked[0])).status_code == 404


def test_a_new_edition_says_what_changed_since_one_spoke(cast, row, asked):
    confirm_by_account(actor=cast.officer, invitee=asked[0], word=word())
    data = DecisionData(text="Menyusun PKS rujukan pasien.")
    change_decision(actor=cast.biro, decision=row.decisions.get(), data=data, seen_revision=0)
    read_out(actor=cast.biro, meeting=row)
    page = entered(cast.officer).get(at(row, "record")).content.decode()
    assert "Yang berubah sejak edisi 1" in page
    assert "<ins>pasien</ins>" in page.replace("<ins> pasien</ins>", "<ins>pasien</ins>")


def test_the_secretary_reads_out_and_locks(cast, row):
    client = entered(cast.biro)
    point(cast.biro, row)
    delegation(row, cast.kukar)
    assert client.post(at(row, "record_read"), {"form_token": "a"})["Location"] == at(row, "record")
    assert client.post(at(row, "record_read"), {"form_token": "b"}).status_code == 409
    page = client.get(at(row, "record_lock")).content.decode()
    assert "Belum menyatakan sikap" in page
    given = {"form_token": "c", "seen_edition": hidden(page, "seen_edition")}
    refused = client.post(at(row, "record_lock"), given)
    assert refused.status_code == 409
    assert "Belum semua delegasi" in refused.content.decode()
    assert client.post(at(row, "record_lock"), given | {"reason": "Sudah pulang."}).status_code == 302
    assert client.get(at(row, "record_lock")).status_code == 409
    assert client.get(at(row, "record_frame")).status_code == 409
    assert "BA-RAKOR" in client.get(at(row, "record")).content.decode()
    late = client.post(
        at(row, "decision_quick"), {"form_token": "d", "text": "x", "kind": "keputusan"}, **LIVE
    )
    assert late.status_code == 409


def test_the_frame_of_the_text_is_written_and_shows_both_wordings(cast, row):
    client = entered(cast.biro)
    given = {"preamble": "Dengan rahmat Tuhan.", "closing": "", "seen_preamble": "", "seen_closing": ""}
    assert client.post(at(row, "record_frame"), given | {"form_token": "a"}).status_code == 302
    late = client.post(at(row, "record_frame"), given | {"form_token": "b", "preamble": "Lain."})
    assert late.status_code == 409
    assert "Dengan rahmat Tuhan." in late.content.decode()
    assert "Lain." in late.content.decode()
    kept = {"form_token": "c", "preamble": "Keduanya.\r\nDua baris.", "seen_preamble": "Dengan rahmat Tuhan."}
    assert client.post(at(row, "record_frame"), given | kept).status_code == 302
    assert Record.objects.get().preamble == "Keduanya.\nDua baris."


@pytest.mark.parametrize("shape", ["docx", "pdf"])
def test_the_paper_is_handed_out_before_and_after_the_lock(cast, row, asked, shape):
    client = entered(cast.officer)
    answer = client.post(at(row, "record_file"), {"bentuk": shape})
    assert answer.status_code == (200 if shape == "docx" else 302)


def test_links_are_shown_once_as_a_sheet_of_qr(cast, row, asked):
    client = entered(cast.biro)
    confirm_by_account(actor=cast.officer, invitee=asked[0], word=word())
    answer = client.post(at(row, "confirm_links"), {"form_token": "a"})
    page = answer.content.decode()
    assert answer["Cache-Control"] == "no-store, private"
    assert page.count("data:image/png;base64,") == 1  # only who has not spoken
    token = re.findall(r"/rapat/konfirmasi/([\w-]{30,})/", page)[0]
    assert "Nyatakan sikap" in by_link(token).get(CONFIRM).content.decode()
    assert client.post(at(row, "confirm_links"), {"form_token": "a"}).status_code == 302


def test_a_phone_with_a_link_confirms_without_an_account(cast, row, asked):
    phone = by_link(ask_by_link(actor=cast.biro, invitee=asked[1]))
    page = phone.get(CONFIRM)
    assert page["Referrer-Policy"] == "same-origin"
    assert "noindex" in page["X-Robots-Tag"]
    assert "Menyusun PKS rujukan." in page.content.decode()
    assert phone.post(CONFIRM, said(asked[1]), **LIVE).status_code == 204
    assert phone.post(CONFIRM, said(asked[1]), **LIVE).status_code == 204  # the answer was lost on the way
    assert Confirmation.objects.count() == 1
    assert "Setuju atas edisi 1" in phone.get(CONFIRM).content.decode()


def test_a_forwarded_link_opens_nothing_after_the_word(cast, row, asked):
    token = ask_by_link(actor=cast.biro, invitee=asked[1])
    other = by_link(token)  # opened before, on another phone
    by_link(token).post(CONFIRM, said(asked[1]))
    late = Client().get(reverse("meetings:confirm_enter", args=[token]))
    assert late.status_code == 404
    assert "Tautan sudah dipakai" in late.content.decode()
    assert other.get(CONFIRM).status_code == 404
    assert other.post(CONFIRM, said(asked[1], "keberatan", objection="x")).status_code == 404


def test_an_expired_link_opens_nothing(cast, row, asked):
    token = ask_by_link(actor=cast.biro, invitee=asked[1])
    phone = by_link(token)
    with clock.frozen(clock.now() + timedelta(hours=13)):
        assert phone.get(CONFIRM).status_code == 404
        assert Client().get(reverse("meetings:confirm_enter", args=[token])).status_code == 404


def test_a_link_for_another_act_opens_nothing_here(cast, row, asked):
    token = ask_by_link(actor=cast.biro, invitee=asked[1])
    ActLink.objects.update(act="jawab")
    assert Client().get(reverse("meetings:confirm_enter", args=[token])).status_code == 404


def test_who_guesses_links_is_slowed_down(cast, row, asked):
    guesses = [reverse("meetings:confirm_enter", args=[f"salah-{number}"]) for number in range(25)]
    statuses = [Client().get(address).status_code for address in guesses]
    assert statuses[0] == 404
    assert statuses[-1] == 429
    assert by_link(ask_by_link(actor=cast.biro, invitee=asked[1])).get(CONFIRM).status_code == 200


def test_a_phone_with_a_link_asks_in_one_query_whether_it_is_asked_anew(cast, row, asked):
    phone = by_link(ask_by_link(actor=cast.biro, invitee=asked[1]))
    address = reverse("meetings:confirm_pulse")
    with CaptureQueriesContext(connection) as queries:
        assert phone.get(address, {"mark": "1-dikonfirmasi"}).status_code == 204
    assert len(queries) == 2  # the session, and one more
    point(cast.biro, row, "Butir baru.")
    read_out(actor=cast.biro, meeting=row)
    assert phone.get(address, {"mark": "1-dikonfirmasi"}).status_code == 200
    assert Client().get(address).status_code == 404


def test_a_link_tells_nothing_but_the_text_that_was_read_out(cast, row, asked):
    point(cast.biro, row, "Masih dirahasiakan.")
    phone = by_link(ask_by_link(actor=cast.biro, invitee=asked[1]))
    page = phone.get(CONFIRM).content.decode()
    assert "Masih dirahasiakan." not in page
    assert asked[0].name not in page
    assert phone.get(at(row, "record")).status_code == 302  # to the sign-in


class Delegate:
    """One of the crowd: a phone, signed in or with a link, perhaps without a net at the wrong moment."""

    def __init__(self, phone, address, head, number):
        self.phone, self.address, self.head, self.number = phone, address, head, number
        self.queue = []

    def press(self):
        """Type the word; it waits on the phone until it was sent."""
        more = {"stance": "keberatan", "objection": "Butir 2 belum dibahas."} if self.number == 7 else {}
        self.queue.append(said(self.head, **{"name": f"Contoh Kepala {self.number}", **more}))

    def send(self, *, answered=True):
        """Try to empty the queue; an answer that is lost leaves the word in it, to be sent again with the same key."""
        for given in list(self.queue):
            status = self.phone.post(self.address, given, **LIVE).status_code
            assert status in (204, 302)
            if answered:
                self.queue.remove(given)


def test_a_crowd_of_twenty_with_some_offline_and_one_objecting(cast, row):
    """F69: the final text and the list of confirmations are right."""
    crowd = []
    for number in range(20):
        region = factories.region(f"64.{number + 20}", f"Contoh {number}", parent=cast.kaltim)
        row.participants.add(region)
        head = delegation(row, region, order=number + 1)
        if number % 2:
            phone, address = by_link(ask_by_link(actor=cast.biro, invitee=head)), CONFIRM
        else:
            user = factories.person(f"kepala.{number}", ("head_of_region", region))
            phone, address = entered(user), at(row, "record_say")
        crowd.append(Delegate(phone, address, head, number))
    for number in (1, 2, 3):
        point(cast.biro, row, f"Butir {number} disepakati.", key=f"butir-{number}")
    read_out(actor=cast.biro, meeting=row)
    for each in crowd:
        each.press()
    offline, deaf = crowd[3:6], crowd[10:13]
    for each in crowd:
        if each in offline:
            continue  # no net: the word stays on the phone
        each.send(answered=each not in deaf)
    assert Confirmation.objects.count() == 17
    for each in (*offline, *deaf):  # the net comes back
        each.send()
    assert not any(each.queue for each in crowd)
    client = entered(cast.biro)
    page = client.get(at(row, "record_lock")).content.decode()
    assert "Belum menyatakan sikap" not in page
    assert (
        client.post(at(row, "record_lock"), {"form_token": "kunci", "seen_edition": "1"}).status_code == 302
    )
    _final_is_right(row)


def _final_is_right(row):
    record = Record.objects.get(meeting=row)
    spoken = list(Confirmation.objects.order_by("invitee__order").values_list("name", "stance", "edition"))
    assert spoken == [
        (f"Contoh Kepala {number}", "keberatan" if number == 7 else "setuju", 1) for number in range(20)
    ]
    assert record.number is not None
    words = record.number.words
    tables = [block for block in words["blocks"] if block["tag"] == "table"]
    voices = next(table for table in tables if table["head"][-1] == "Pernyataan")
    assert len(voices["rows"]) == 20
    assert [line[-1] for line in voices["rows"]].count("Keberatan") == 1
    printed = str(words)
    assert "(Contoh Kepala 7): Butir 2 belum dibahas." in printed
    for number in (1, 2, 3):
        assert f"(Keputusan) Butir {number} disepakati." in printed
    assert Meeting.objects.get(pk=row.pk).pulse >= 4
