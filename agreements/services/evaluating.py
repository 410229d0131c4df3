"""Evaluation of a cooperation: opened, answered by each in its own form, consolidated and closed."""

from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.choices.reports import Rating, Verdict
from agreements.law.periods import period_at
from agreements.law.practice import EvaluationForm, practice
from agreements.models import Case, Evaluation, EvaluationAnswer, Naskah, Party
from agreements.services.acting import Acting, acting_for_party, not_yours
from agreements.services.acts import lock_case
from agreements.services.history import tell_parties, write_event
from ksd.accounts.access import current_memberships
from ksd.accounts.models import User
from ksd.core import clock, files
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady

EVALUATE = "agreements.evaluate"


def rounds_of(case: Case) -> list[Evaluation]:
    """The rounds of a case, newest first, with their answers."""
    return list(case.evaluations.select_related("naskah").prefetch_related("answers"))


def acting_in_form(actor: User, case: Case, form: EvaluationForm, party: Party) -> Acting:
    """The right to answer a form for a party. Raises NotAllowed for another side or role."""
    initiator = case.initiator
    if form.side == "initiator" and party.pk != initiator.pk:
        raise not_yours(initiator.short_name)
    acting = acting_for_party(actor, case, party, permission=EVALUATE)
    held = current_memberships(actor).filter(region=acting.party.region_id, role__in=form.roles)
    if not (actor.is_superuser or held.exists()):
        raise NotAllowed(
            _("Formulir “%s” diisi peran lain.") % form.label,
            remedy=_("Isi formulir yang sesuai peran Anda, atau minta petugas yang berwenang."),
        )
    return acting


def may_answer(actor: User, case: Case, form: EvaluationForm, party: Party) -> bool:
    """Whether this person may answer the form for the party."""
    try:
        acting_in_form(actor, case, form, party)
    except NotAllowed:
        return False
    return True


def is_evaluable(case: Case) -> bool:
    """Whether the case is being carried out, or was."""
    rule = case.pack.report_for(case.kind)
    return rule is not None and case.state in (*rule.opens_in, *rule.sent_in)


def may_open(actor: User, case: Case) -> bool:
    """Whether this person may begin a round now."""
    open_round = case.evaluations.filter(closed_on__isnull=True).exists()
    return (
        is_evaluable(case) and not open_round and may_answer(actor, case, practice().closing, case.initiator)
    )


@transaction.atomic
def open_evaluation(*, actor: User, case: Case, naskah: Naskah | None = None) -> Evaluation:
    """Begin a round on the running semester. Raises NotAllowed or ImpossibleStep."""
    case = lock_case(case)
    acting = acting_in_form(actor, case, practice().closing, case.initiator)
    if not is_evaluable(case):
        raise ImpossibleStep(
            _("Evaluasi dibuka saat kerja sama dilaksanakan; perkara kini pada “%s”.") % case.state_label,
            remedy=_("Tunggu sampai perjanjian ditandatangani semua pihak."),
        )
    if case.evaluations.filter(closed_on__isnull=True).exists():
        raise ImpossibleStep(
            _("Evaluasi lain atas kerja sama ini masih terbuka."), remedy=_("Tutup evaluasi itu dahulu.")
        )
    today = clock.today()
    period = period_at("semester", today).code
    found = Evaluation.objects.create(
        case=case, naskah=naskah, period=period, opened_by=actor, opened_on=today
    )
    _record(actor, found, acting, code="evaluasi_dibuka", label=f"{found} dibuka")
    return found


@transaction.atomic
def answer_form(
    *,
    actor: User,
    evaluation: Evaluation,
    form: str,
    party: Party,
    ratings: Mapping[str, int],
    remarks: Mapping[str, str],
    verdict: str,
    suggestion: str = "",
    upload: "UploadedFile[Any] | None" = None,
) -> EvaluationAnswer:
    """Give (or give anew) one party's answer in one form; every criterion of the form is rated 1 to 5."""
    evaluation = _lock(evaluation)
    rule = practice().form(form)
    acting = acting_in_form(actor, evaluation.case, rule, party)
    _require_open(evaluation)
    asked = [row.code for row in practice().asked_of(form)]
    if any(ratings.get(code) not in Rating.values for code in asked) or verdict not in Verdict.values:
        raise DomainError(
            _("Setiap butir dinilai 1 sampai 5, dan pendapat dipilih."), remedy=_("Lengkapi penilaian.")
        )
    values: dict[str, Any] = {
        "ratings": {code: int(ratings[code]) for code in asked},
        "remarks": {code: str(remarks.get(code, "")).strip() for code in asked},
        "verdict": verdict,
        "suggestion": suggestion.strip(),
        "answered_by": actor,
        "role": acting.role[:150],
        "answered_at": clock.now(),
    }
    if upload is not None:
        values["file"] = files.store_upload(
            upload=upload, actor=actor, kind="evaluasi", accept=files.DOCUMENTS
        )
    answer, _new = EvaluationAnswer.objects.update_or_create(
        evaluation=evaluation, form=form, party=party, defaults=values
    )
    label = f"{evaluation}: formulir {rule.label} diisi untuk {party.short_name}"
    _record(actor, evaluation, acting, code="evaluasi_diisi", label=label)
    return answer


@transaction.atomic
def close_evaluation(*, actor: User, evaluation: Evaluation, verdict: str, conclusion: str) -> Evaluation:
    """Close a round with its verdict; the forms that are required must have been answered."""
    evaluation = _lock(evaluation)
    acting = acting_in_form(actor, evaluation.case, practice().closing, evaluation.case.initiator)
    _require_open(evaluation)
    missing = missing_forms(evaluation)
    if missing:
        raise NotReady(
            _("Evaluasi belum dapat ditutup; formulir yang belum diisi: %s.") % ", ".join(missing),
            remedy=_("Minta yang bersangkutan mengisi formulirnya."),
        )
    if verdict not in Verdict.values or not conclusion.strip():
        raise DomainError(
            _("Kesimpulan dan uraiannya wajib diisi."), remedy=_("Pilih kesimpulan dan tuliskan uraiannya.")
        )
    evaluation.verdict, evaluation.conclusion = verdict, conclusion.strip()
    evaluation.closed_on, evaluation.closed_by = clock.today(), actor
    evaluation.save(update_fields=["verdict", "conclusion", "closed_on", "closed_by"])
    label = f"{evaluation} ditutup: {Verdict(verdict).value}"
    _record(actor, evaluation, acting, code="evaluasi_ditutup", label=label, reason=evaluation.conclusion)
    return evaluation


def missing_forms(evaluation: Evaluation) -> list[str]:
    """Required forms nobody has answered."""
    given = {answer.form for answer in evaluation.answers.all()}
    return [form.label for form in practice().forms if form.required and form.code not in given]


def _lock(evaluation: Evaluation) -> Evaluation:
    """Read the round again under a row lock, its case first, as everywhere."""
    Case.objects.select_for_update().get(pk=evaluation.case_id)
    Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    rows = Evaluation.objects.select_related("case")
    return rows.prefetch_related("case__parties__region", "case__parties__partner").get(pk=evaluation.pk)


def _require_open(evaluation: Evaluation) -> None:
    if not evaluation.is_open:
        raise ImpossibleStep(
            _("Evaluasi ini sudah ditutup."), remedy=_("Buka evaluasi baru bila penilaian perlu diulang.")
        )


def _record(
    actor: User, evaluation: Evaluation, acting: Acting, *, code: str, label: str, reason: str = ""
) -> None:
    event = write_event(
        actor=actor, case=evaluation.case, acting=acting, arrow=code, label=label, reason=reason
    )
    tell_parties(case=evaluation.case, event=event, link=evaluation.get_absolute_url())
