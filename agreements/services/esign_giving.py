"""The moment of an electronic signature: the service signs the file, then the signature is recorded like any other."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from agreements.choices import SigningMode, SignState
from agreements.esign import Credentials, ProviderError, Spot, provider, read_pdf
from agreements.models import NaskahParty, SignRequest
from agreements.models.esign import PURPOSE
from agreements.services.esign import being_signed, earlier_unsigned, lapsed, require_askable
from agreements.services.esign_terms import meet_request_term
from agreements.services.issuing import issue_signed
from agreements.services.signing import record_signature
from ksd.core import clock
from ksd.core.errors import ImpossibleStep
from ksd.core.files import read_bytes
from ksd.core.models import StoredFile
from ksd.core.tokens import print_of

HOLD = timedelta(seconds=30)


def request_of(token: str) -> SignRequest | None:
    """The request a link leads to; nobody finds one without its secret."""
    rows = SignRequest.objects.select_related(
        "row__party__region",
        "row__party__partner",
        "row__naskah__case",
        "row__naskah__parent",
        "asked_by",
        "issued",
    )
    return rows.filter(link_hash=print_of(token, purpose=PURPOSE)).first()


@transaction.atomic
def note_opened(*, request: SignRequest) -> None:
    """Note when the link was opened first."""
    SignRequest.objects.filter(pk=request.pk, opened_at=None).update(opened_at=clock.now())


def file_to_sign(request: SignRequest) -> StoredFile:
    """The PDF as it stands before this signature: the final one, or what the party before has signed."""
    before = SignRequest.objects.filter(
        row__naskah=request.row.naskah_id,
        order__lt=request.order,
        state=SignState.SIGNED,
        result__isnull=False,
    )
    last = before.select_related("result").order_by("-order").first()
    printed = request.issued.file if request.issued else None
    stored = last.result if last else printed
    if stored is None:
        raise lapsed(request)
    return stored


def require_signable(request: SignRequest) -> None:
    """Refuse a request that is over, not next in order, or whose sender may not act any more. Raises DomainError."""
    if not request.is_open:
        raise lapsed(request)
    naskah, row = request.row.naskah, request.row
    if require_askable(request.asked_by, naskah, row.party).pk != request.issued_id and request.order == 1:
        raise ImpossibleStep(
            _("Data naskah berubah sesudah tanda tangan ini diminta."),
            remedy=_("Petugas perlu menarik permintaannya dan memintanya sekali lagi."),
        )
    before = earlier_unsigned(naskah, row)
    if before:
        raise ImpossibleStep(
            _("Belum giliran: menunggu tanda tangan elektronik %s.")
            % ", ".join(each.party.short_name for each in before),
            remedy=_("Para pihak menandatangani menurut urutannya dalam naskah."),
        )


def give_signature(*, request: SignRequest, credentials: Credentials) -> NaskahParty:
    """Let the official sign: hold the request, have the file signed, record the signature.

    Not one transaction: nobody else may wait on the database while a service far away takes its seconds.
    The hold keeps a second sending out; without an answer it lapses by itself.
    """
    require_signable(request)
    free = Q(held_until=None) | Q(held_until__lt=clock.now())
    held = SignRequest.objects.waiting().filter(free, pk=request.pk).update(held_until=clock.now() + HOLD)
    if not held:
        raise being_signed()
    try:
        return _record(request, _signed(request, credentials))
    finally:
        SignRequest.objects.filter(pk=request.pk).update(held_until=None)


def _signed(request: SignRequest, credentials: Credentials) -> bytes:
    """What the service makes of the file, when it is that file with one more signature that holds."""
    before = read_bytes(file_to_sign(request))
    spot = Spot(
        name=f"PIHAK{request.order}_{request.pk}",
        signer=request.official,
        reason="Menandatangani naskah kerja sama daerah",
        location=request.row.naskah.place,
    )
    after = provider().sign(pdf=before, credentials=credentials, spot=spot)
    report = read_pdf(after)
    if not (after.startswith(before) and report.all_intact and len(report.signatures) == request.order):
        raise ProviderError(
            _("Tanda tangan yang dikembalikan layanan tidak utuh; tidak ada yang dicatat."),
            remedy=_("Coba sekali lagi. Bila berulang, laporkan kepada admin KSD."),
        )
    return after


@transaction.atomic
def _record(request: SignRequest, content: bytes) -> NaskahParty:
    """The same act as a signature on paper, with the file that bears it; then the request is over."""
    naskah, row = request.row.naskah, request.row
    name = f"{naskah.kind.upper()}-bertanda-tangan-{request.order}.pdf"
    signed = record_signature(
        actor=request.asked_by,
        naskah=naskah,
        party=row.party,
        number=row.number,
        signed_on=clock.today(),
        mode=SigningMode.ELECTRONIC,
        upload=SimpleUploadedFile(name, content, "application/pdf"),
    )
    changed = (
        SignRequest.objects.waiting()
        .filter(pk=request.pk)
        .update(
            state=SignState.SIGNED,
            result=signed.signed_copy,
            provider=provider().label[:60],
            closed_at=clock.now(),
        )
    )
    if not changed:
        raise lapsed(request)
    if request.issued is not None and signed.signed_copy is not None:
        issue_signed(actor=request.asked_by, source=request.issued, stored=signed.signed_copy)
    meet_request_term(actor=request.asked_by, request=request)
    return signed
