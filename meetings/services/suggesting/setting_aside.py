"""Suggestions a meeting does not speak of: set aside with the reason, and offered again."""

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core.errors import ImpossibleStep
from ksd.core.language import INDONESIAN
from meetings.models import Meeting, SetAside
from meetings.services.access import write_event
from meetings.services.agenda import writable
from meetings.services.suggesting.lines import Line
from meetings.services.suggesting.ranking import suggest
from meetings.services.wishes import SOURCE as WISHED

SET_ASIDE, OFFERED_AGAIN = "usulan_dikesampingkan", "usulan_ditawarkan_lagi"


def line_of(meeting: Meeting, actor: User, key: str) -> Line:
    """The suggestion of this key as it is offered now. Raises ImpossibleStep for none, and for the wish of a region."""
    line = next((each for each in suggest(meeting, actor) if each.key == key), None)
    if line is None:
        raise ImpossibleStep(
            _("Usulan ini sudah masuk agenda, sudah dikesampingkan, atau tidak berlaku lagi."),
            remedy=_("Periksa daftar usulan."),
        )
    if key.partition(":")[0] == WISHED:
        raise ImpossibleStep(
            _("Usul daerah tidak dikesampingkan diam-diam; daerah pengusul menunggu jawaban."),
            remedy=_("Jawablah usulnya dari halaman Agenda."),
        )
    return line


@transaction.atomic
def set_aside(*, actor: User, meeting: Meeting, key: str, reason: str) -> SetAside:
    """Leave a suggestion out of this meeting, with the reason. Raises NotAllowed, ImpossibleStep."""
    row = writable(actor, meeting)
    with translation.override(INDONESIAN):  # the title stays for everybody
        line = line_of(row, actor, key)
    kept = SetAside.objects.create(
        meeting=row, source=key, title=line.title, reason=reason.strip(), set_by=actor
    )
    write_event(row, actor, SET_ASIDE, row.state, f"{kept.title}: {kept.reason}")
    return kept


@transaction.atomic
def offer_again(*, actor: User, meeting: Meeting, kept: int) -> None:
    """Offer a suggestion again; nothing happens when a colleague did so before. Raises NotAllowed, ImpossibleStep."""
    row = writable(actor, meeting)
    found = SetAside.objects.filter(meeting=row, pk=kept).first()
    if found is not None:
        found.delete()
        write_event(row, actor, OFFERED_AGAIN, row.state, found.title)
