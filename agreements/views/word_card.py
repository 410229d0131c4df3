"""What the page of a text says about Word: the file to take along, those that came back, who may send one."""

from dataclasses import dataclass

from agreements.choices import NaskahState
from agreements.models import Naskah, WordReturn
from agreements.services.naskah import require_drafter
from agreements.services.word_returns import RECEIVED_IN, require_sender
from ksd.accounts.models import User
from ksd.core.errors import NotAllowed


@dataclass(frozen=True)
class WordCard:
    """What the page of a text says about Word."""

    rows: list[WordReturn]
    may_send: bool
    may_decide: bool


def word_card(user: User, naskah: Naskah) -> WordCard:
    """Files that came back, newest first, and what this person may do."""
    rows = list(naskah.word_returns.select_related("sent_by", "compared_with", "version", "file"))
    return WordCard(
        rows,
        may_send=naskah.state in RECEIVED_IN and not naskah.from_archive and _may_send(user, naskah),
        may_decide=naskah.state == NaskahState.DRAFTED and _drafts(user, naskah),
    )


def _may_send(user: User, naskah: Naskah) -> bool:
    try:
        require_sender(user, naskah)
    except NotAllowed:
        return False
    return True


def _drafts(user: User, naskah: Naskah) -> bool:
    try:
        require_drafter(user, naskah.case)
    except NotAllowed:
        return False
    return True
