"""What the law and the machine ask of a text before it is saved, shared or signed."""

from datetime import timedelta

from django.utils.translation import gettext as _

from agreements.documents.gather import facts_of
from agreements.law.schema import NaskahKind
from agreements.models import Naskah, NaskahVersion
from agreements.naskah.changes import change_of
from agreements.naskah.checks import Finding, findings
from agreements.naskah.placeholders import unknown_tokens
from agreements.naskah.structure import Body, from_json
from agreements.services.precheck import blocked, blocking
from ksd.core import clock
from ksd.core.errors import DomainError, NotReady
from ksd.core.words import long_date
from ksd.deadlines.calendar import add_months


def check_term(rule: NaskahKind, years: int) -> None:
    """Refuse a term longer than the law allows (KB: five years, Permendagri 22/2020 Pasal 9 ayat (3))."""
    if years < 1:
        raise DomainError(
            _("Jangka waktu paling sedikit 1 tahun."), remedy=_("Isi lama kerja sama dalam tahun.")
        )
    if rule.max_years and years > rule.max_years:
        raise DomainError(
            _("Jangka waktu %(text)s paling lama %(max)d tahun, bukan %(years)d.")
            % {"text": rule.label, "max": rule.max_years, "years": years},
            remedy=_("Isi %d tahun atau kurang; perpanjangan dibuat kemudian.") % rule.max_years,
            article=rule.max_years_article or rule.article,
        )


def check_body(body: Body) -> None:
    """Refuse a wording with a placeholder nobody knows."""
    unknown = sorted({token for text in texts_of(body) for token in unknown_tokens(text)})
    if unknown:
        raise DomainError(
            _("Isian otomatis tidak dikenal: %s.") % ", ".join(unknown),
            remedy=_("Perbaiki penulisannya; daftar isian yang dikenal ada di samping penyunting."),
        )


def texts_of(body: Body) -> list[str]:
    """Every text a drafter wrote."""
    texts = [*body.recitals, *body.bases]
    for pasal in body.pasal:
        texts.append(pasal.title)
        for ayat in pasal.ayat:
            texts += [ayat.text, *ayat.huruf]
    for annex in body.annexes:
        texts += [annex.title, *annex.paragraphs, *(cell for row in annex.table for cell in row)]
    return texts


def findings_of(naskah: Naskah, version: NaskahVersion) -> list[Finding]:
    """The law check of one version, with what the case knows."""
    body = from_json(version.body)
    checked = findings(body, naskah.rule, facts_of(naskah))
    return [*_frame_findings(naskah), *_change_findings(naskah, body), *checked]


def _frame_findings(naskah: Naskah) -> list[Finding]:
    """What the text lacks beside its wording: the place, the signers, days within its KB."""
    found = []
    if not naskah.place.strip():
        message = _("Tempat penandatanganan belum diisi.")
        found.append(
            blocking("place", message, naskah.rule.article, _("Judul dan jangka waktu"), _("Isi tempatnya."))
        )
    for row in naskah.signatures.select_related("party__region", "party__partner"):
        if not (row.signer_name and row.signer_title):
            message = _("Penanda tangan untuk %s belum ditetapkan.") % row.party.short_name
            where = _("Para pihak")
            found.append(
                blocking("signer", message, naskah.rule.signer_article, where, _("Tetapkan orangnya."))
            )
    return [*found, *_beyond_parent(naskah)]


def _change_findings(naskah: Naskah, body: Body) -> list[Finding]:
    """An addendum that changes nothing."""
    if not naskah.rule.amends or any(change_of(pasal.clause) for pasal in body.pasal):
        return []
    message = _("Addendum belum menyebut Pasal yang diubah, ditambah, atau dihapus.")
    remedy = _("Tambahkan perubahannya dengan “Tambah perubahan Pasal” pada halaman naskah.")
    return [blocking("change_missing", message, naskah.rule.article, _("Batang tubuh"), remedy)]


def _beyond_parent(naskah: Naskah) -> list[Finding]:
    """A mark on a PKS that would outlive its KB; no article caps it, so it is a warning."""
    parent = naskah.parent
    start = naskah.starts_on or clock.today()
    if naskah.ends_on or parent is None or parent.ends_on is None or naskah.rule.amends:
        return []
    if add_months(start, naskah.years * 12) - timedelta(days=1) <= parent.ends_on:
        return []
    message = _("Jangka waktu %(years)d tahun melampaui %(parent)s yang berakhir %(day)s.") % {
        "years": naskah.years,
        "parent": parent.rule.label,
        "day": long_date(parent.ends_on),
    }
    remedy = _("Persingkat jangka waktunya, atau perpanjang naskah induknya lebih dahulu.")
    return [Finding("beyond_parent", "warning", message, "", _("Judul dan jangka waktu"), remedy)]


def require_clean(naskah: Naskah, version: NaskahVersion) -> None:
    """Refuse to send a text round that lacks what the law requires. Raises NotReady with the findings."""
    faults = blocked(findings_of(naskah, version))
    if faults:
        raise NotReady(
            _("Naskah belum dapat dibagikan: %(first)s (%(count)d temuan).")
            % {"first": faults[0].message.rstrip("."), "count": len(faults)},
            remedy=faults[0].remedy,
            article=faults[0].article,
            findings=tuple(faults),
        )
