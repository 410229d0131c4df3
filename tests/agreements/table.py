"""What a negotiation needs: a text of three parties, the third of them without an account."""

from typing import Any

from django.test import Client

from agreements.choices.negotiation import Stance
from agreements.models import GuestLink, Naskah, Party
from agreements.naskah.structure import Ayat, Pasal
from agreements.services.guests import create_guest_link, guest_position
from agreements.services.naskah import newest_version
from agreements.services.negotiation import Said, state_position
from agreements.services.negotiation_table import TableRow, table_of
from agreements.services.wording import body_of
from ksd.accounts.models import User
from tests.agreements.playing import Play

CLAUSE = "ruang_lingkup"


def pasal(text: Naskah, clause: str = CLAUSE) -> Pasal:
    """The Pasal of the newest version."""
    return next(row for row in body_of(newest_version(text)).pasal if row.clause == clause)


def row(text: Naskah, clause: str = CLAUSE) -> TableRow:
    """Where a Pasal stands."""
    again = Naskah.objects.get(pk=text.pk)
    return next(
        entry for entry in table_of(again, body_of(newest_version(again))) if entry.pasal.clause == clause
    )


def said(text: Naskah, stance: str, *, wording: str = "", remark: str = "", clause: str = CLAUSE) -> Said:
    """A word on the wording under discussion now."""
    here = row(text, clause)
    proposed = Pasal(clause, here.standing.wording.title, (Ayat(wording),)) if wording else None
    return Said(stance=stance, seen=here.standing.sha256, wording=proposed, remark=remark)


def say(actor: User, text: Naskah, party: Party, stance: str, **more: Any) -> None:
    """Say a party's word."""
    clause = more.get("clause", CLAUSE)
    state_position(actor=actor, naskah=text, party=party, clause=clause, said=said(text, stance, **more))


def invite(play: Play, text: Naskah, party: Party, days: int = 7) -> tuple[GuestLink, str]:
    """A link for a party without an account."""
    return create_guest_link(
        actor=play.officer, naskah=text, party=party, label="Direktur PT Contoh", days=days
    )


def guest_says(link: GuestLink, text: Naskah, stance: str, **more: Any) -> None:
    """The guest's word."""
    clause = more.get("clause", CLAUSE)
    guest_position(link=link, clause=clause, said=said(text, stance, **more))


def agree_all(play: Play, text: Naskah, clause: str = CLAUSE) -> None:
    """Every party agrees to the wording on the table."""
    for party in play.parties():
        say(play.actor_for(party), text, party, Stance.AGREE, clause=clause)


def entered(token: str) -> Client:
    """A browser that opened the link."""
    browser = Client()
    assert browser.get(f"/kerja-sama/tamu/{token}/").status_code == 302
    return browser
