"""What the law and the machine ask of a text before it is saved, shared or signed."""

from dataclasses import replace
from datetime import date, timedelta

from django.utils.translation import gettext as _

from agreements.documents.gather import facts_of
from agreements.law.schema import NaskahKind
from agreements.models import Naskah, NaskahVersion
from agreements.naskah.checks import Finding, findings
from agreements.naskah.placeholders import unknown_tokens
from agreements.naskah.structure import Body, from_json
from agreements.services.precheck import blocked, blocking
from ksd.core import clock
from ksd.core.errors import DomainError, NotReady
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
    facts = replace(facts_of(naskah), place_asked=True, planned_end=_planned_end(naskah))
    return [*_signers(naskah), *findings(from_json(version.body), naskah.rule, facts, naskah.sentences)]


def _signers(naskah: Naskah) -> list[Finding]:
    """Parties that nobody signs for yet; who may sign is judged in `agreements.services.authority`."""
    found = []
    for row in naskah.signatures.select_related("party__region", "party__partner"):
        if not (row.signer_name and row.signer_title):
            message = _("Penanda tangan untuk %s belum ditetapkan.") % row.party.short_name
            where = _("Para pihak")
            found.append(
                blocking("signer", message, naskah.rule.signer_article, where, _("Tetapkan orangnya."))
            )
    return found


def _planned_end(naskah: Naskah) -> date | None:
    """The last day of a text without one, were it signed today; an addendum has its term from the text it changes."""
    if naskah.ends_on or naskah.rule.amends:
        return None
    start = naskah.starts_on or clock.today()
    return add_months(start, naskah.years * 12) - timedelta(days=1)


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
