"""Guest links: a partner without an account reads one text and speaks at its table until a day (F28).

Only the hash of a link is kept; it is shown once. Every use leaves a row, refused ones too.
"""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import NaskahState
from agreements.choices.comments import Audience
from agreements.choices.negotiation import GuestAct
from agreements.models import ClausePosition, Comment, GuestLink, GuestUse, Naskah, Party
from agreements.naskah.structure import from_json
from agreements.services.acting import Acting, has_users
from agreements.services.comments import check_text
from agreements.services.naskah import lock_naskah, newest_version, require_drafter, require_state
from agreements.services.negotiation import Said, Voice, pasal_or_refuse, record, speak
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.tokens import new_token, print_of

MOST_DAYS = 30
# So many words and comments an hour; a person at a table needs far fewer.
MOST_ACTS = 30


@transaction.atomic
def create_guest_link(
    *, actor: User, naskah: Naskah, party: Party, label: str, days: int
) -> tuple[GuestLink, str]:
    """Make a link for one party without an account; gives its secret, which nobody can read again.

    Raises NotAllowed, ImpossibleStep for a text nobody writes, DomainError for a party that can sign in.
    """
    naskah = lock_naskah(naskah)
    acting = require_drafter(actor, naskah.case)
    require_state(naskah, NaskahState.DRAFTED)
    if not naskah.signatures.filter(party=party).exists() or has_users(party):
        raise DomainError(
            _("%s mempunyai pengguna sendiri, atau bukan pihak naskah ini.") % party.short_name,
            remedy=_("Tautan tamu hanya untuk pihak tanpa akun; pihak lain masuk dengan akunnya."),
        )
    if not 1 <= days <= MOST_DAYS:
        raise DomainError(
            _("Tautan tamu berlaku 1 sampai %d hari.") % MOST_DAYS, remedy=_("Periksa lamanya.")
        )
    token = new_token()
    link = GuestLink.objects.create(
        naskah=naskah, party=party, label=label.strip(), token_sha256=print_of(token), created_by=actor,
        expires_at=clock.now() + timedelta(days=days),
    )  # fmt: skip
    voice = Voice(actor, acting, party, actor.get_full_name(), acting.role)
    told = f"Tautan tamu dibuat untuk {party.short_name}, berlaku {days} hari"
    record(naskah, voice, told, arrow="bahas.tamu", reason=link.label)
    return link, token


@transaction.atomic
def revoke_guest_link(*, actor: User, link: GuestLink) -> None:
    """Close a link at once. Raises NotAllowed, ImpossibleStep for one closed before."""
    naskah = lock_naskah(link.naskah)
    acting = require_drafter(actor, naskah.case)
    link = GuestLink.objects.select_for_update().select_related("party").get(pk=link.pk)
    if link.revoked_at:
        raise ImpossibleStep(_("Tautan ini sudah dicabut."), remedy=_("Muat ulang halaman ini."))
    link.revoked_at = clock.now()
    link.save(update_fields=["revoked_at"])
    voice = Voice(actor, acting, link.party, actor.get_full_name(), acting.role)
    told = f"Tautan tamu untuk {link.party.short_name} dicabut"
    record(naskah, voice, told, arrow="bahas.tamu_cabut", reason=link.label)


def link_of(token: str) -> GuestLink | None:
    """The living link with this secret, or None; the use of a dead one is noted too."""
    link = GuestLink.objects.filter(token_sha256=print_of(token)).first()
    if link is None or link.is_alive:
        return link
    note_use(link, GuestAct.REFUSED, "tautan kedaluwarsa atau dicabut")
    return None


def note_use(link: GuestLink, act: str, detail: str = "") -> None:
    """Leave a row for one use."""
    GuestUse.objects.create(link=link, act=act, detail=detail[:200])


@transaction.atomic
def guest_position(*, link: GuestLink, clause: str, said: Said) -> ClausePosition:
    """Say the word of the guest's party on a Pasal. Raises as `state_position`, and for a link that is closed."""
    voice, naskah = _voice(link)
    position = speak(naskah, clause, voice, said)
    note_use(link, GuestAct.STANCE, f"{clause}: {said.stance}")
    return position


@transaction.atomic
def guest_comment(*, link: GuestLink, clause: str, text: str) -> Comment:
    """Write a comment on a Pasal for all parties. Raises as `guest_position`."""
    voice, naskah = _voice(link)
    require_state(naskah, *NaskahState.open())
    pasal_or_refuse(from_json(newest_version(naskah).body), clause)
    check_text(text)
    comment = Comment.objects.create(
        case=naskah.case, naskah=naskah, anchor=clause, audience=Audience.ALL, text=text.strip(),
        guest=link, author_name=voice.name[:150], role=voice.role[:150],
    )  # fmt: skip
    note_use(link, GuestAct.COMMENT, clause)
    return comment


def _voice(link: GuestLink) -> tuple[Voice, Naskah]:
    """The guest's voice and the locked text, checked again under the lock. Raises ImpossibleStep, DomainError."""
    naskah = lock_naskah(link.naskah)
    link = GuestLink.objects.select_for_update().select_related("created_by").get(pk=link.pk)
    if not link.is_alive:
        raise ImpossibleStep(
            _("Tautan ini sudah dicabut atau kedaluwarsa."), remedy=_("Mintalah tautan baru dari pemrakarsa.")
        )
    _check_pace(link)
    party = next(row for row in naskah.case.parties.all() if row.pk == link.party_id)
    acting = Acting(naskah.case.keeper, f"Tamu {party.short_name}", recorded_for=party)
    return Voice(link.created_by, acting, party, link.label, f"Tamu {party.short_name}", link), naskah


def _check_pace(link: GuestLink) -> None:
    lately = link.uses.filter(
        act__in=(GuestAct.STANCE, GuestAct.COMMENT), at__gt=clock.now() - timedelta(hours=1)
    )
    if lately.count() >= MOST_ACTS:
        raise DomainError(
            _("Terlalu banyak tindakan lewat tautan ini dalam satu jam."),
            remedy=_("Coba lagi nanti."),
            status=429,
        )
