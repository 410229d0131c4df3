"""An offer that came on paper from a region or an institution, recorded by the region that received it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import Direction, Side
from agreements.law import loading
from agreements.law.schema import Arrow, Kind, LawPack
from agreements.models import Case, CaseDocument, Partner, Party
from agreements.services.acting import not_yours, region_has_users
from agreements.services.acts import take_arrow
from ksd.accounts.access import may
from ksd.accounts.models import User
from ksd.core import clock, files
from ksd.core.errors import DomainError
from regions.models import Office, Region, Urusan

ANSWER = "agreements.answer"
KAK, RECEIPT = "kak", "bukti_penerimaan"


@dataclass(frozen=True)
class InboundOffer:
    """What the letter says and when it came; `others` are further regions it was offered to."""

    kind: str
    title: str
    number: str
    dated: date
    received_on: date
    letter: "UploadedFile[Any]"
    urusan: Iterable[Urusan]
    location: str = ""
    summary: str = ""
    years: int = 5
    office: Office | None = None
    kak: "UploadedFile[Any] | None" = None
    receipt: "UploadedFile[Any] | None" = None
    others: Iterable[Region] = ()
    reason: str = ""


class SameOffer(DomainError):  # noqa: N818  named for what it says
    """The letter was recorded before, by this region or as an offer through the system; `case` is where."""

    def __init__(self, case: Case) -> None:
        """Remember the case that holds the letter."""
        super().__init__(
            _("Surat penawaran dengan nomor dan tanggal ini sudah tercatat: “%s”.") % case.title,
            remedy=_("Buka catatan itu; tidak perlu mencatatnya dua kali."),
        )
        self.case = case


def inbound_arrow(pack: LawPack, kind: str) -> Arrow | None:
    """The act with which an offer from outside enters a case of this kind, where the pack has one."""
    ways = (row for row in pack.arrows if row.direction == str(Direction.IN) and row.serves(kind))
    return next((row for row in ways if pack.initial.code in row.sources), None)


def inbound_kinds(offerer: Region | Partner | None = None) -> list[Kind]:
    """The kinds of cooperation that may be offered on paper: by anybody, or by this region or partner.

    A partner of whatever class may offer a kind with institutions; its class only warns (services.partner_classes).
    """
    packs = [loading.latest(code) for code in loading.codes()]
    rows = [row for pack in packs for row in pack.kinds if inbound_arrow(pack, row.code)]
    return [row for row in rows if offerer is None or _offers(offerer, row)]


def _offers(offerer: Region | Partner, kind: Kind) -> bool:
    return isinstance(offerer, Region) == (kind.partner == "region")


def inbound_article(offerer: Region | Partner) -> str:
    """Where the law lets the term to answer run from receipt, as the packs cite it; empty where it is practice."""
    ways = (inbound_arrow(loading.kind(row.code)[0], row.code) for row in inbound_kinds(offerer))
    return "; ".join(dict.fromkeys(row.article for row in ways if row and row.article))


@transaction.atomic
def record_inbound_offer(
    *, actor: User, receiver: Region, offerer: Region | Partner, offer: InboundOffer
) -> Case:
    """Make a case of an offer that came on paper; the term to answer runs from the day of receipt (Pasal 8 ayat (3)).

    Raises NotAllowed, SameOffer when the letter is known already, DomainError for what cannot be.
    """
    if not may(actor, ANSWER, receiver):
        raise not_yours(receiver.full_name)
    Region.objects.select_for_update().get(pk=receiver.pk)
    pack, rule = loading.kind(offer.kind)
    arrow = inbound_arrow(pack, rule.code)
    if arrow is None or not _offers(offerer, rule):
        raise DomainError(
            _("Penawaran masuk jenis %s tidak dicatat di sini.") % rule.label, remedy=_("Pilih jenis lain.")
        )
    _check(receiver, offerer, offer)
    known = same_offer(receiver=receiver, offerer=offerer, number=offer.number, dated=offer.dated)
    if known is not None:
        raise SameOffer(known)
    case = _begin(actor, pack, offer)
    parties = _parties(case, arrow, receiver, offerer, offer.others)
    _keep_papers(actor, case, arrow, parties, offer)
    take_arrow(actor=actor, case=case, code=arrow.code, on=offer.received_on, reason=offer.reason)
    return Case.objects.get(pk=case.pk)


def _check(receiver: Region, offerer: Region | Partner, offer: InboundOffer) -> None:
    if offer.dated > offer.received_on:
        raise DomainError(
            _("Surat tidak dapat diterima sebelum tanggalnya."), remedy=_("Periksa kedua tanggal itu.")
        )
    if isinstance(offerer, Region):
        _check_region(receiver, offerer, offer)
    elif offerer.region_id != receiver.pk:
        raise DomainError(
            _("%s bukan mitra yang terdaftar pada daerah Anda.") % offerer.name,
            remedy=_("Daftarkan mitra itu lebih dahulu."),
        )


def _check_region(receiver: Region, offerer: Region, offer: InboundOffer) -> None:
    if offerer == receiver or receiver in offer.others or offerer in offer.others:
        raise DomainError(
            _("Daerah yang menawarkan dan yang ditawari harus berbeda."),
            remedy=_("Periksa pilihan daerahnya."),
        )
    if region_has_users(offerer.pk) and not offer.reason.strip():
        raise DomainError(
            _("%s memakai aplikasi ini.") % offerer.full_name,
            remedy=_(
                "Mintalah penawarannya dikirim melalui aplikasi, atau tuliskan mengapa dicatat dari surat."
            ),
        )


def same_offer(*, receiver: Region, offerer: Region | Partner, number: str, dated: date) -> Case | None:
    """The case that holds this very letter between the two, unless its record was cancelled."""
    kinds = {arrow.documents[0] for arrow in _ways(offerer)}
    letters = CaseDocument.objects.current().filter(
        kind__in=kinds, number__iexact=" ".join(number.split()), dated=dated
    )
    theirs = {"region": offerer} if isinstance(offerer, Region) else {"partner": offerer}
    cases = Case.objects.filter(pk__in=letters.values("case"))
    cases = cases.filter(parties__in=Party.objects.filter(**theirs))
    cases = cases.filter(parties__in=Party.objects.filter(region=receiver))
    offered = (case for case in cases if _offered_by(case, offerer, receiver))
    return next((case for case in offered if not _was_cancelled(case)), None)


def _ways(offerer: Region | Partner) -> list[Arrow]:
    ways = (inbound_arrow(loading.kind(row.code)[0], row.code) for row in inbound_kinds(offerer))
    return [row for row in ways if row]


def _offered_by(case: Case, offerer: Region | Partner, receiver: Region) -> bool:
    """Whether the letter went from the one to the other and not the other way round."""
    if isinstance(offerer, Partner):
        return case.is_inbound and case.initiator.region_id == receiver.pk
    return case.initiator.region_id == offerer.pk


def _was_cancelled(case: Case) -> bool:
    """Whether the record itself was taken back, or the offer withdrawn, in a case the pack knows as inbound."""
    ends = {row.target for row in case.pack.arrows if row.direction and case.knows(row)}
    return case.state_rule.terminal and case.state in ends


def _begin(actor: User, pack: LawPack, offer: InboundOffer) -> Case:
    case = Case(
        pack_code=pack.code,
        pack_version=pack.version,
        kind=offer.kind,
        title=offer.title.strip(),
        summary=offer.summary.strip(),
        location=offer.location.strip(),
        proposed_years=offer.years,
        office=offer.office,
        direction=Direction.IN,
        state=pack.initial.code,
        created_by=actor,
    )
    case.full_clean()
    case.save()
    case.urusan.set(offer.urusan)
    return case


def _parties(
    case: Case, arrow: Arrow, receiver: Region, offerer: Region | Partner, others: Iterable[Region]
) -> tuple[Party, Party]:
    """Who offered, and the region that keeps the case: on the side on which the pack lets it record the offer."""
    own = {"case": case, "region": receiver, "is_keeper": True, "shared_at": clock.now()}
    if isinstance(offerer, Partner):
        keeper = Party.objects.create(order=1, side=arrow.side, **own)
        return Party.objects.create(case=case, order=2, side=Side.PARTNER, partner=offerer), keeper
    first = Party.objects.create(case=case, order=1, side=Side.INITIATOR, region=offerer)
    keeper = Party.objects.create(order=2, side=arrow.side, **own)
    for order, region in enumerate(others, start=3):
        Party.objects.create(case=case, order=order, side=Side.PARTNER, region=region)
    return first, keeper


def _keep_papers(
    actor: User, case: Case, arrow: Arrow, parties: tuple[Party, Party], offer: InboundOffer
) -> None:
    first, keeper = parties
    letter = arrow.documents[0]
    papers = ((letter, offer.letter, first), (KAK, offer.kak, first), (RECEIPT, offer.receipt, keeper))
    for kind, upload, party in papers:
        if upload is None:
            continue
        is_letter = kind == letter
        CaseDocument.objects.create(
            case=case,
            kind=kind,
            number=" ".join(offer.number.split()) if is_letter else "",
            dated=offer.dated if is_letter else None,
            file=files.store_upload(
                upload=upload, actor=actor, kind=f"dokumen-{kind}", accept=files.DOCUMENTS
            ),
            party=party,
            recorded_by=actor,
        )
