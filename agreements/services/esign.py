"""Electronic signatures: a party is asked, its official signs through a link or refuses; one after another (F36).

That parties sign in the order of the text, and how long a request lasts, is practice of the office, not law.
"""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices import IssuedKind, SigningMode, SignState
from agreements.documents.gather import in_text_order
from agreements.documents.printed import fingerprint_of, html_of
from agreements.esign import provider
from agreements.models import IssuedFile, Naskah, NaskahParty, Party, SignRequest
from agreements.models.esign import PURPOSE
from agreements.services.acting import Acting
from agreements.services.esign_terms import start_request_term, stop_request_term
from agreements.services.issuing import text_key
from agreements.services.naskah import acting_for_text, lock_naskah
from agreements.services.naskah_life import require_act
from agreements.services.signing import SIGN, check_signature
from agreements.services.signing_events import tell_signing
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.tokens import new_token, print_of

MOST_DAYS = 90


def require_askable(actor: User, naskah: Naskah, party: Party) -> IssuedFile:
    """The final PDF that will be signed; refuse a party that cannot be asked now. Raises NotAllowed, DomainError."""
    require_act(actor, naskah, "tandatangani", party)
    provider()
    row = naskah.signatures.get(party=party)
    if row.signed_on:
        raise ImpossibleStep(
            _("%s sudah menandatangani.") % party.short_name, remedy=_("Tidak perlu diminta lagi.")
        )
    if not row.number:
        raise ImpossibleStep(
            _("Nomor naskah dari %s belum diberikan.") % party.short_name,
            remedy=_("Beri nomornya lebih dahulu pada halaman tanda tangan."),
        )
    check_signature(naskah, row, row.number, clock.today())
    _require_chosen(naskah)
    _require_numbers(naskah)
    return final_file(naskah)


def _require_chosen(naskah: Naskah) -> None:
    """The day stays open for the pen in a text on paper; a file signed electronically must not leave it blank."""
    begun = naskah.signatures.filter(mode=SigningMode.ELECTRONIC, signed_on__isnull=False)
    if not naskah.electronic and not begun.exists():
        raise ImpossibleStep(
            _("Kalimat “Pada hari ini” dalam naskah masih menunggu tanggal yang ditulis tangan."),
            remedy=_("Pilih cara tanda tangan “secara elektronik” di atas, lalu buat PDF finalnya."),
        )


def _require_numbers(naskah: Naskah) -> None:
    """Every region's number stands in the file before the first signature: nothing can be written into it later."""
    lacking = naskah.signatures.filter(number="", party__region__isnull=False).select_related("party__region")
    names = ", ".join(row.party.short_name for row in lacking)
    if names:
        raise ImpossibleStep(
            _("Nomor naskah dari %s belum diberikan.") % names,
            remedy=_("Semua nomor harus tercetak sebelum tanda tangan elektronik pertama."),
        )


def final_file(naskah: Naskah) -> IssuedFile:
    """The PDF all parties sign: the one the first signature stands in, or the final one as the facts are today."""
    begun = SignRequest.objects.filter(row__naskah=naskah, state=SignState.SIGNED).select_related("issued")
    first = begun.order_by("order").first()
    if first is not None and first.issued is not None:
        return first.issued
    version = naskah.agreed_version
    key = text_key(naskah, fingerprint_of(html_of(naskah, version))) if version else ""
    issued = IssuedFile.objects.ready().filter(key=key, kind=IssuedKind.FINAL).first()
    if issued is None:
        raise ImpossibleStep(
            _("PDF final dengan nomor dan data terakhir belum dibuat."),
            remedy=_("Tekan “Buat PDF” pada halaman naskah, tunggu sampai selesai, lalu ulangi."),
        )
    return issued


@transaction.atomic
def ask_signature(*, actor: User, naskah: Naskah, party: Party, expires_on: date) -> tuple[SignRequest, str]:
    """Ask a party's official for an electronic signature; returns the request and the secret of its link.

    The secret is told once, here: only its hash is kept.
    """
    naskah = lock_naskah(naskah)
    acting = acting_for_text(actor, naskah, party, SIGN)
    issued = require_askable(actor, naskah, party)
    _check_last_day(expires_on)
    row = naskah.signatures.select_for_update().get(party=party)
    _end_lapsed(row)
    if row.sign_requests.waiting().exists():
        raise ImpossibleStep(
            _("%s sudah diminta menandatangani.") % party.short_name,
            remedy=_("Tarik dahulu permintaannya bila tautannya hilang atau keliru."),
        )
    token = new_token()
    request = SignRequest.objects.create(
        row=row, order=place_of(naskah, row), official=row.signer_name, title=row.signer_title,
        expires_on=expires_on, link_hash=print_of(token, purpose=PURPOSE), issued=issued, asked_by=actor,
    )  # fmt: skip
    start_request_term(actor=actor, request=request)
    label = f"{party.short_name} diminta menandatangani secara elektronik: {naskah.rule.label}"
    tell_signing(actor, naskah, acting, "tte_diminta", label)
    return request, token


def _check_last_day(expires_on: date) -> None:
    today = clock.today()
    if not today <= expires_on <= today + timedelta(days=MOST_DAYS):
        raise DomainError(
            _("Batas waktu tautan diisi antara hari ini dan %d hari lagi.") % MOST_DAYS,
            remedy=_("Periksa tanggalnya."),
        )


def _end_lapsed(row: NaskahParty) -> None:
    """Write down that earlier requests have lapsed, so that a new one may stand."""
    lapsed = row.sign_requests.filter(state=SignState.WAITING, expires_on__lt=clock.today())
    lapsed.update(state=SignState.EXPIRED, closed_at=clock.now())


def place_of(naskah: Naskah, row: NaskahParty) -> int:
    """The party's place in the order of the text, which is the order of signing."""
    rows = naskah.signatures.select_related("party").order_by("party__order")
    return [each.pk for each in in_text_order(naskah.rule, rows)].index(row.pk) + 1


def earlier_unsigned(naskah: Naskah, row: NaskahParty) -> list[NaskahParty]:
    """The parties that come before this one in the text and have not signed electronically."""
    rows = naskah.signatures.select_related("party__region", "party__partner").order_by("party__order")
    before = in_text_order(naskah.rule, rows)[: place_of(naskah, row) - 1]
    return [each for each in before if not (each.signed_on and each.mode == SigningMode.ELECTRONIC)]


@transaction.atomic
def withdraw_request(*, actor: User, request: SignRequest, reason: str) -> SignRequest:
    """Take a request back before it was signed; its link stops working at once."""
    request, acting = _begin(actor, request)
    return _close(request, SignState.WITHDRAWN, reason, actor=actor, acting=acting)


@transaction.atomic
def refuse_request(*, request: SignRequest, reason: str) -> SignRequest:
    """The official refuses through the link; written under the name of whoever sent it, who answers for the link."""
    actor = request.asked_by
    request, acting = _begin(actor, request)
    if not request.is_open:
        raise lapsed(request)
    return _close(request, SignState.REFUSED, reason, actor=actor, acting=acting)


def _begin(actor: User, request: SignRequest) -> tuple[SignRequest, Acting]:
    naskah = lock_naskah(request.row.naskah)
    acting = acting_for_text(actor, naskah, request.row.party, SIGN)
    locked = SignRequest.objects.select_for_update().select_related(
        "row__party__region", "row__party__partner"
    )
    locked_one = locked.get(pk=request.pk)
    if locked_one.state != SignState.WAITING:
        raise lapsed(locked_one)
    if locked_one.held_until and locked_one.held_until > clock.now():
        raise being_signed()
    locked_one.row.naskah = naskah
    return locked_one, acting


def _close(
    request: SignRequest, state: SignState, reason: str, *, actor: User, acting: Acting
) -> SignRequest:
    if not reason.strip():
        raise DomainError(_("Alasan wajib diisi."), remedy=_("Tuliskan alasannya agar pihak lain mengerti."))
    request.state, request.reason, request.closed_at = state, reason.strip()[:500], clock.now()
    request.save(update_fields=["state", "reason", "closed_at"])
    stop_request_term(actor=actor, request=request)
    done = {SignState.REFUSED: "ditolak pejabat", SignState.WITHDRAWN: "ditarik kembali"}[state]
    row = request.row
    label = f"Permintaan tanda tangan elektronik {row.party.short_name} {done}"
    tell_signing(actor, row.naskah, acting, f"tte_{state}"[:40], label, note=request.reason)
    return request


def lapsed(request: SignRequest) -> ImpossibleStep:
    """The refusal of a request that is over."""
    return ImpossibleStep(
        _("Permintaan tanda tangan ini sudah tidak terbuka: %s.") % request.state_label.lower(),
        remedy=_("Mintalah tautan baru kepada petugas yang mengirimnya."),
    )


def being_signed() -> ImpossibleStep:
    """The refusal of a second act while the service is signing."""
    return ImpossibleStep(
        _("Permintaan ini sedang diproses layanan tanda tangan."),
        remedy=_("Tunggu sebentar, lalu muat ulang halaman."),
    )
