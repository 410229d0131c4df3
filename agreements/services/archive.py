"""Old paper agreements, entered as they are: no stage is pretended, what is not known stays empty."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import Authority, CopyAct, CopyForm, Entry, LifeState, NaskahState, Side
from agreements.law import loading
from agreements.law.schema import Kind, NaskahKind
from agreements.models import Case, Copy, Naskah, NaskahParty, NaskahVersion, Partner, Party
from agreements.naskah.structure import Body, fingerprint, to_json
from agreements.services.acting import Acting, not_yours, role_of
from agreements.services.acts import follow_arrow, follow_trigger, lock_case
from agreements.services.archive_checks import check_days, require_unrepeated
from agreements.services.archive_terms import watch_old_end
from agreements.services.copies import Move, fill_register, move_copy
from agreements.services.history import tell_parties, write_event
from agreements.services.proposal import start_case
from agreements.services.terms import start_end_reminder
from ksd.accounts.access import may
from ksd.accounts.models import User
from ksd.core import clock, files
from ksd.core.errors import DomainError
from regions.models import Office, Region, Urusan

MANAGE = "agreements.manage"
ENTERED = "arsip.dicatat"
END_BY_TERM = "jangka_waktu"
DAYS_OF_YEAR = 365


@dataclass(frozen=True)
class OldText:
    """One old paper as far as it is known; numbers and signers stand in the order of the parties."""

    kind: str
    title: str
    signed_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    place: str = ""
    numbers: tuple[str, ...] = ()
    signers: tuple[str, ...] = ()
    upload: "UploadedFile[Any] | None" = None


@dataclass(frozen=True)
class OldCase:
    """One old cooperation with its papers; `over` says it ended although no last day is known."""

    kind: str
    title: str
    regions: Sequence[Region] = ()
    partner: Partner | None = None
    urusan: Iterable[Urusan] = ()
    office: Office | None = None
    summary: str = ""
    kept_at: str = ""
    notes: str = ""
    over: bool = False
    texts: tuple[OldText, ...] = ()


def archive_kinds() -> list[Kind]:
    """The kinds of cooperation whose old papers may be entered: those whose pack has the way in."""
    return [row for row in loading.all_kinds() if _has_way_in(row)]


def _has_way_in(kind: Kind) -> bool:
    arrows = loading.kind(kind.code)[0].arrows
    return any(row.trigger == ENTERED and row.serves(kind.code) for row in arrows)


@transaction.atomic
def record_old_case(*, actor: User, region: Region, old: OldCase, repeated: bool = False) -> Case:
    """Enter an old cooperation of a region. Raises NotAllowed or DomainError; `repeated` accepts known numbers."""
    if not may(actor, MANAGE, region):
        raise not_yours(region.full_name)
    if not _has_way_in(loading.kind(old.kind)[1]):
        raise DomainError(
            _("Jenis kerja sama ini tidak dicatat dari arsip."),
            remedy=_("Pilih jenis lain, atau buat usulan."),
        )
    if not old.texts:
        raise DomainError(
            _("Isi paling sedikit satu naskah."), remedy=_("Isi Kesepakatan Bersama atau perjanjiannya.")
        )
    for text in old.texts:
        check_days(text.signed_on, text.starts_on, text.ends_on, text.title)
    require_unrepeated([region, *old.regions], [text.numbers for text in old.texts], repeated=repeated)
    case = _begin(actor, region, old)
    acting = _initiator(actor, case)
    umbrella: Naskah | None = None
    for text in sorted(old.texts, key=lambda row: bool(case.pack.naskah_kind(row.kind).parent)):
        made = _write_text(actor, case, text, umbrella)
        umbrella = umbrella or (made if not made.rule.parent else None)
    _keep_shelf(actor, case, old.kept_at)
    follow_trigger(actor=actor, case=case, trigger=ENTERED, acting=acting, on=clock.today())
    _close_if_over(actor, case, acting, over=old.over)
    return lock_case(case)


def _begin(actor: User, region: Region, old: OldCase) -> Case:
    case = start_case(
        actor=actor,
        region=region,
        kind=old.kind,
        title=old.title,
        permission=MANAGE,
        label="Perjanjian lama mulai dicatat",
    )
    case.entry, case.summary = (
        Entry.PAPER,
        "\n\n".join(part for part in (old.summary, old.notes) if part.strip()),
    )
    case.office = old.office
    case.save(update_fields=["entry", "summary", "office"])
    case.urusan.set(old.urusan)
    others = [*old.regions, *((old.partner,) if old.partner else ())]
    for order, other in enumerate(others, start=2):
        own = {"region": other} if isinstance(other, Region) else {"partner": other}
        party = Party(case=case, order=order, side=Side.PARTNER, shared_at=clock.now(), **own)
        party.full_clean()
        party.save()
    return lock_case(case)


def _initiator(actor: User, case: Case) -> Acting:
    return Acting(case.initiator, role_of(actor, case.initiator))


def _write_text(actor: User, case: Case, old: OldText, umbrella: Naskah | None) -> Naskah:
    rule = case.pack.naskah_kind(old.kind)
    begins = old.starts_on or old.signed_on
    naskah = Naskah.objects.create(
        case=case,
        kind=old.kind,
        order=case.naskah.filter(kind=old.kind).count() + 1,
        title=old.title.strip(),
        parent=umbrella if rule.parent else None,
        entry=Entry.PAPER,
        state=NaskahState.SIGNED,
        years=_years(rule, begins, old.ends_on),
        place=old.place.strip(),
        originals=len(case.parties.all()),
        signed_on=old.signed_on,
        starts_on=begins,
        ends_on=old.ends_on,
        created_by=actor,
    )
    _empty_version(actor, naskah)
    _write_signatures(actor, naskah, old)
    fill_register(naskah)
    remind_of_end(actor, naskah)
    return naskah


def _years(rule: NaskahKind, begins: date | None, ends: date | None) -> int:
    """The term in whole years; one where the paper does not tell."""
    if begins is None or ends is None:
        return rule.max_years or 1
    return max(1, round((ends - begins).days / DAYS_OF_YEAR))


def _empty_version(actor: User, naskah: Naskah) -> None:
    """A version without words: the paper itself is the wording."""
    body = Body()
    naskah.agreed_version = NaskahVersion.objects.create(
        naskah=naskah,
        number=1,
        body=to_json(body),
        sha256=fingerprint(body),
        note="Dicatat dari arsip",
        author=actor,
    )
    naskah.save(update_fields=["agreed_version"])


def _write_signatures(actor: User, naskah: Naskah, old: OldText) -> None:
    scan = old.upload and files.store_upload(
        upload=old.upload, actor=actor, kind="salinan-bertanda-tangan", accept=files.PDF_ONLY
    )
    for place, party in enumerate(naskah.case.parties.all()):
        number = old.numbers[place].strip() if place < len(old.numbers) else ""
        name, _comma, title = (old.signers[place] if place < len(old.signers) else "").partition(",")
        NaskahParty.objects.create(
            naskah=naskah,
            party=party,
            number=number,
            authority=Authority.PAPER,
            signer_name=name.strip()[:150],
            signer_title=title.strip()[:200],
            signed_on=naskah.signed_on if number else None,
            signed_copy=scan if place == 0 and scan else None,
            recorded_by=actor,
            recorded_at=clock.now(),
        )


def remind_of_end(actor: User, naskah: Naskah) -> None:
    """Remind of the end of an old paper that has not come yet, and of what the law wants done before it."""
    watch_old_end(actor=actor, naskah=naskah)
    if (
        naskah.life() in (LifeState.IN_FORCE, LifeState.FUTURE)
        and naskah.ends_on
        and naskah.ends_on > clock.today()
    ):
        start_end_reminder(actor=actor, naskah=naskah)


def _keep_shelf(actor: User, case: Case, kept_at: str) -> None:
    """Put the originals of the region that keeps the case on their shelf, where it is known."""
    if not kept_at.strip():
        return
    own = Copy.objects.filter(naskah__case=case, form=CopyForm.ORIGINAL, party__order=1)
    note = Move(act=CopyAct.RECEIVE, on=clock.today(), shelf=kept_at.strip()[:150])
    for copy in own.select_related("naskah", "party__region"):
        move_copy(actor=actor, copy=copy, move=note)


def _close_if_over(actor: User, case: Case, acting: Acting, *, over: bool) -> None:
    """End a cooperation whose last paper has run out, for the reason the law gives it."""
    alive = case.naskah.alive().exists()
    if alive and not over:
        return
    reasons = sorted(case.pack.end_reasons, key=lambda row: row.code != END_BY_TERM)
    reason = reasons[0].label if reasons else ""
    last = max((text.ends_on for text in case.naskah.all() if text.ends_on), default=None)
    on = clock.today() if alive or last is None else last + timedelta(days=1)
    ending = next(arrow.code for arrow in case.pack.arrows if arrow.reason_codes)
    follow_arrow(actor=actor, case=lock_case(case), code=ending, acting=acting, on=on, reason=reason)


@transaction.atomic
def add_old_text(*, actor: User, case: Case, old: OldText, repeated: bool = False) -> Naskah:
    """Add one more old paper to a cooperation that was entered from the archive."""
    case = lock_case(case)
    acting = acting_for_archive(actor, case)
    check_days(old.signed_on, old.starts_on, old.ends_on, old.title)
    regions = [party.region for party in case.parties.all() if party.region]
    require_unrepeated(regions, [old.numbers], repeated=repeated)
    rule = case.pack.naskah_kind(old.kind)
    umbrella = case.naskah.filter(kind=rule.parent).first() if rule.parent else None
    naskah = _write_text(actor, case, old, umbrella)
    note_archive(actor, case, acting, naskah, f"{rule.label} ditambahkan dari arsip")
    return naskah


def acting_for_archive(actor: User, case: Case) -> Acting:
    """The right to enter old papers for the region that keeps the case. Raises NotAllowed."""
    initiator = case.initiator
    if initiator.region is None or not may(actor, MANAGE, initiator.region):
        raise not_yours(initiator.short_name)
    return Acting(initiator, role_of(actor, initiator))


def note_archive(
    actor: User, case: Case, acting: Acting, naskah: Naskah, label: str, *, reason: str = ""
) -> None:
    """Tell the history and the parties what became of an old paper."""
    event = write_event(
        actor=actor, case=case, acting=acting, arrow="naskah.arsip", label=label, reason=reason, naskah=naskah
    )
    tell_parties(case=case, event=event, link=naskah.get_absolute_url())
