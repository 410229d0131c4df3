"""Steps within a party before it approves a text (F30): copied from the region's chain when the text is shared."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import StepWord
from agreements.models import ApprovalStep, Naskah, NaskahVersion, Party, VersionStep
from agreements.services.history import tell_parties, write_event
from agreements.services.naskah import acting_for_text, lock_naskah, newest_version, require_state
from agreements.services.turns import refresh_turns
from agreements.workflow import naskah_arrow
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotReady


def open_steps(naskah: Naskah, version: NaskahVersion) -> None:
    """Copy the chain of every region for this version; a region without a chain approves as before."""
    parties = {party.region_id: party for party in naskah.case.acting_parties if party.region_id}
    chain = ApprovalStep.objects.filter(
        region__in=parties, active=True, naskah_kind__in=("", naskah.kind)
    ).order_by("order", "pk")
    for step in chain:
        VersionStep.objects.get_or_create(
            version=version,
            party=parties[step.region_id],
            label=step.label,
            defaults={"order": step.order, "permission": step.permission},
        )


def awaited(steps: Iterable[VersionStep]) -> list[VersionStep]:
    """The steps whose turn it is: those of the lowest order that nobody has spoken for."""
    waiting = [step for step in steps if not step.word]
    first = min((step.order for step in waiting), default=0)
    return [step for step in waiting if step.order == first]


def require_steps_done(version: NaskahVersion, party: Party) -> None:
    """Refuse a party's approval before its own chain is through. Raises NotReady."""
    waiting = awaited(version.steps.filter(party=party))
    if waiting:
        names = ", ".join(step.label for step in waiting)
        raise NotReady(
            _("Persetujuan %(party)s menunggu %(names)s.") % {"party": party.short_name, "names": names},
            remedy=_("Catat dahulu persetujuan berjenjang pada halaman naskah."),
        )


def require_step(actor: User, naskah: Naskah, step: VersionStep) -> None:
    """The right to speak for a step now. Raises NotAllowed, then ImpossibleStep."""
    acting_for_text(actor, naskah, step.party, step.permission)
    require_state(naskah, *naskah_arrow("setujui").sources)
    if step.version_id != newest_version(naskah).pk:
        raise ImpossibleStep(
            _("Langkah ini milik versi yang lebih lama."), remedy=_("Baca versi terbaru, lalu putuskan lagi.")
        )
    if step.word:
        raise DomainError(
            _("“%s” sudah memberi persetujuan.") % step.label, remedy=_("Tidak perlu menyetujui dua kali.")
        )
    waiting = awaited(step.version.steps.filter(party=step.party))
    if step.pk not in {row.pk for row in waiting}:
        raise ImpossibleStep(
            _("Belum giliran “%(step)s”; menunggu %(names)s.")
            % {"step": step.label, "names": ", ".join(row.label for row in waiting)},
            remedy=_("Langkah berjalan menurut urutan yang ditetapkan daerah."),
        )


@transaction.atomic
def speak_for_step(*, actor: User, naskah: Naskah, step: VersionStep, note: str = "") -> VersionStep:
    """Record the word of one step; a note makes it an approval with conditions, shown to both sides."""
    naskah = lock_naskah(naskah)
    step = VersionStep.objects.select_for_update().get(pk=step.pk, version__naskah=naskah)
    require_step(actor, naskah, step)
    acting = acting_for_text(actor, naskah, step.party, step.permission)
    step.note = note.strip()
    step.word = StepWord.CONDITIONAL if step.note else StepWord.AGREED
    step.actor, step.actor_name, step.role = actor, actor.get_full_name(), acting.role[:150]
    step.at = clock.now()
    step.save()
    event = write_event(
        actor=actor,
        case=naskah.case,
        acting=acting,
        arrow="naskah.langkah",
        label=f"{naskah.rule.label} disetujui {step.label} {step.party.short_name}",
        source=naskah.state,
        target=naskah.state,
        reason=step.note,
        naskah=naskah,
    )
    refresh_turns(naskah.case)
    tell_parties(case=naskah.case, event=event, link=naskah.get_absolute_url())
    return step
