"""Who is reminded that a party has not signed: the office's own days after the event, never a term of the law (F35)."""

from datetime import date

from agreements.choices import EventState
from agreements.models import Naskah, NaskahParty, SigningEvent
from agreements.services.terms import office_setting
from agreements.workflow import naskah_arrow
from ksd.accounts.models import User
from ksd.deadlines.services import cancel_deadlines, meet_deadline, start_deadline

CODE = "tanda_tangan"
SETTING = "hari_ingat_tanda_tangan"
DAYS = 7
AUDIENCE = "agreements.sign"


def reminder_days(naskah: Naskah) -> int:
    """How many days after its event a missing signature is called late."""
    value = office_setting(naskah.case, SETTING)
    return max(int(value), 1) if value.isdigit() else DAYS


def start_signing_terms(*, actor: User, naskah: Naskah, on: date, label: str) -> None:
    """Let the reminder of every party that has not signed run from the day of the event."""
    rows = naskah.signatures.filter(signed_on=None).select_related("party__region", "party__partner")
    own = naskah.case.initiator.region
    for row in rows:
        start_deadline(
            actor=actor,
            subject=row,
            code=CODE,
            title=f"Tanda tangan {row.party.short_name}: {naskah.rule.label}"[:120] + f" {naskah.title}"[:80],
            explanation="Kebiasaan kantor: pihak yang belum menandatangani diingatkan beberapa hari sesudah acara.",
            base_date=on,
            base_label=label,
            length=reminder_days(naskah),
            responsible_region=row.party.region or own,
            responsible_label="" if row.party.region else row.party.short_name,
            on_lapse="Hubungi pihak yang belum menandatangani, lalu catat tanda tangannya.",
            link=naskah.get_absolute_url(),
            regions=[region for region in {row.party.region, own} if region],
            audience=AUDIENCE,
            remind_days=(0,),
        )


def follow_event(*, actor: User, naskah: Naskah) -> None:
    """Run the reminders from the day of the event, once the text is agreed and such a day is known."""
    event = SigningEvent.objects.filter(naskah=naskah).first()
    if event is not None and naskah.state in naskah_arrow("tandatangani").sources:
        label = "Acara penandatanganan" if event.state == EventState.HELD else "Rencana penandatanganan"
        start_signing_terms(actor=actor, naskah=naskah, on=event.on, label=label)


def meet_signing_term(*, actor: User, row: NaskahParty) -> None:
    """Note that the party has signed."""
    meet_deadline(actor=actor, subject=row, code=CODE, on=row.signed_on)


def stop_signing_terms(*, actor: User, naskah: Naskah) -> None:
    """Stop the reminders of a text that is not signed now."""
    for row in naskah.signatures.all():
        cancel_deadlines(actor=actor, subject=row, codes=(CODE,))
