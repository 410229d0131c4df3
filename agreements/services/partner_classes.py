"""Whether the class of a partner is one the kind of cooperation usually has: a warning, never a refusal."""

from django.utils.translation import gettext as _

from agreements.models import Case, OfficeSetting, Partner
from agreements.naskah.checks import Finding
from agreements.services.office_settings import open_settings


def class_findings(case: Case) -> list[Finding]:
    """A warning for each partner whose class this kind does not usually have, with what is known of the question."""
    usual = case.kind_rule.partner_classes
    if not usual:
        return []
    partners = [party.partner for party in case.partners if party.partner]
    found = (_finding(case, row) for row in partners if row.partner_class not in usual)
    return [finding for finding in found if finding]


def _finding(case: Case, partner: Partner) -> Finding | None:
    """The warning, unless the office decided that such partners belong to this kind."""
    code = f"golongan_{partner.partner_class}"
    question = open_settings().get(code)
    chosen = OfficeSetting.objects.filter(code=code).values_list("value", flat=True).first()
    if question and chosen == case.kind_rule.partner:
        return None
    message = _("%(partner)s tercatat sebagai “%(group)s”, yang tidak lazim untuk %(kind)s. %(why)s") % {
        "partner": partner.name,
        "group": partner.get_partner_class_display(),
        "kind": case.kind_label,
        "why": question.why if question else _("Ini petunjuk praktik, bukan bunyi peraturan."),
    }
    remedy = _(
        "Periksa golongan mitra atau jenis kerja samanya; keduanya dapat diubah selama usulan disusun."
    )
    return Finding("golongan_mitra", "warning", message, "", "pihak", remedy)
