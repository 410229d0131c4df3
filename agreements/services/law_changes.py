"""A law is repealed or amended: recorded, its impact looked at, and then told to everybody whose texts cite it."""

from collections import defaultdict
from datetime import date, timedelta

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from agreements.choices.law_changes import LawChangeKind
from agreements.models import LawChange, Naskah
from agreements.services.acting import not_yours
from agreements.services.law_impact import naskah_citing
from ksd.accounts.access import acting_region_ids, recipients
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.words import long_date
from ksd.deadlines.services import notify
from regions.choices import Level
from regions.models import LegalBasis, Region

PERMISSION = "agreements.clauses"
TELLS = ("agreements.draft", "agreements.manage")
NAMED = 5


def keeper_region(actor: User) -> Region | None:
    """The province (or the state) for which somebody keeps the laws all regions share, or None."""
    regions = Region.objects.filter(pk__in=acting_region_ids(actor, PERMISSION))
    return regions.filter(level__in=(Level.NEGARA, Level.PROVINSI)).order_by("level").first()


def require_keeper(actor: User) -> Region:
    """The region a keeper of the shared laws acts for. Raises NotAllowed."""
    region = keeper_region(actor)
    if region is None:
        raise not_yours(_("register perubahan peraturan"))
    return region


@transaction.atomic
def record_change(
    *,
    actor: User,
    basis: LegalBasis,
    kind: str,
    by: LegalBasis | None,
    by_citation: str,
    effective_on: date,
    note: str = "",
) -> LawChange:
    """Record what happened to a law; nobody is told yet. A repealed one is cited by new texts no more."""
    require_keeper(actor)
    basis = LegalBasis.objects.select_for_update().get(pk=basis.pk)
    words = (by.citation if by else by_citation).strip()
    _check(basis, kind, by, words, effective_on)
    if kind == LawChangeKind.REPEALED:
        basis.valid_to = effective_on - timedelta(days=1)
        basis.save(update_fields=["valid_to"])
    return LawChange.objects.create(
        basis=basis,
        kind=kind,
        by=by,
        by_citation=words,
        effective_on=effective_on,
        note=note.strip(),
        recorded_by=actor,
    )


def _check(basis: LegalBasis, kind: str, by: LegalBasis | None, words: str, effective_on: date) -> None:
    if not words:
        raise DomainError(
            _("Peraturan yang mencabut atau mengubah belum disebut."),
            remedy=_("Pilih dari register, atau tulis kutipannya."),
            status=422,
        )
    if basis.is_wrong or by == basis:
        raise DomainError(
            _("%s tidak dapat dicatat berubah oleh peraturan itu.") % basis.citation,
            remedy=_("Periksa peraturan yang dipilih."),
            status=422,
        )
    if basis.valid_from and effective_on <= basis.valid_from:
        raise DomainError(
            _("%(law)s berlaku sejak %(day)s; perubahannya tidak dapat lebih dahulu.")
            % {"law": basis.citation, "day": long_date(basis.valid_from)},
            remedy=_("Periksa tanggal mulai berlakunya perubahan."),
            status=422,
        )
    if kind == LawChangeKind.REPEALED and basis.changes.filter(kind=kind).exists():
        raise ImpossibleStep(
            _("%s sudah dicatat dicabut.") % basis.citation, remedy=_("Buka catatannya pada daftar.")
        )


@transaction.atomic
def tell_change(*, actor: User, change: LawChange) -> LawChange:
    """Tell each person of the regions whose running texts and agreements cite the law, once."""
    require_keeper(actor)
    change = LawChange.objects.select_for_update(of=("self",)).select_related("basis").get(pk=change.pk)
    if change.confirmed_at is not None:
        raise ImpossibleStep(
            _("Pemberitahuan sudah dikirim pada %s.") % long_date(localtime(change.confirmed_at).date()),
            remedy=_("Tidak perlu dikirim lagi."),
        )
    change.told = sum(_tell(change, region, texts) for region, texts in _by_region(change).items())
    change.confirmed_by, change.confirmed_at = actor, clock.now()
    change.save(update_fields=["told", "confirmed_by", "confirmed_at"])
    return change


def _by_region(change: LawChange) -> dict[int, list[Naskah]]:
    regions: dict[int, list[Naskah]] = defaultdict(list)
    for text in naskah_citing(change.basis, Naskah.objects.all()):
        for party in text.case.parties.all():
            if party.region_id and party.shared_at:
                regions[party.region_id].append(text)
    return dict(sorted(regions.items()))


def _tell(change: LawChange, region: int, texts: list[Naskah]) -> int:
    names = [f"– {text.rule.label} {text.title}" for text in texts[:NAMED]]
    if len(texts) > NAMED:
        names.append(_("– dan %d naskah lain") % (len(texts) - NAMED))
    return notify(
        users=recipients([region], permissions=TELLS),
        key=f"law-change:{change.pk}",
        kind="law",
        title=_("%(change)s: %(count)d naskah mengutipnya") % {"change": change, "count": len(texts)},
        body="\n".join(names),
        link=change.get_absolute_url(),
    )
