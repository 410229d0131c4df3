"""Testing a row and saying what it is: answers with reasons, and a verdict a person gives and may revise."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override

from agreements.law.triage import destination as place_of
from agreements.law.triage import questions as screening_questions
from ksd.accounts.access import recipients
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, StaleForm
from ksd.core.language import INDONESIAN
from ksd.core.words import long_date
from ksd.deadlines.services import notify
from ksd.mapping.choices import Answer, RowVerdict
from ksd.mapping.law.wajib import Question, is_answered, questions, verdict_rule
from ksd.mapping.models import MappingRow, Period, RowTriage
from ksd.mapping.services.access import (
    FILL,
    lock_period,
    lock_row,
    require_manager,
    write_row_event,
)
from ksd.mapping.services.bordering import BorderFinding, borders_of
from ksd.mapping.services.suggesting import suggestions


@dataclass(frozen=True)
class Given:
    """What a person answered and found; `why` tells why an earlier verdict is changed."""

    answers: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    screening: Mapping[str, bool] = field(default_factory=dict)
    verdict: str = ""
    destination: str = ""
    reason: str = ""
    why: str = ""


@transaction.atomic
def record_test(*, actor: User, row: MappingRow, given: Given, seen: int) -> RowTriage:
    """Keep the answers and the verdict; `seen` is the revision the person had before the eyes, 0 for none.

    Raises NotAllowed, ImpossibleStep (agreed, not sent), StaleForm (another person was first), DomainError (422).
    """
    period = lock_period(row.period)
    require_manager(actor, period.region)
    require_running(period)
    row = lock_row(row)
    require_counted(row)
    triage = RowTriage.objects.select_related("verdict_by", "updated_by").filter(row=row).first()
    _require_newest(triage, seen)
    _check(given, triage)
    values = _values(row, given, actor)
    if triage and triage.row_revision == row.revision and _same(triage, values):
        return triage
    before, said = (triage.verdict, _said(triage)) if triage else ("", {})
    saved = _write(triage or RowTriage(row=row), values, actor)
    with override(INDONESIAN):  # the history speaks Indonesian, whoever writes it
        write_row_event(row, actor, _label(before, saved), reason=_why(given), before=said)
    _tell(saved, before)
    return saved


def require_running(period: Period) -> None:
    """Refuse to judge in a period that is agreed or called off. Raises ImpossibleStep."""
    if period.is_over:
        raise ImpossibleStep(
            _("Hasil periode “%(period)s” sudah %(state)s dan tidak diubah lagi.")
            % {"period": period, "state": period.get_state_display().lower()},
            remedy=_("Tinjau kembali periodenya dahulu bila hasilnya harus dibahas lagi."),
        )


def require_counted(row: MappingRow) -> None:
    """Refuse to judge a row the forum does not discuss. Raises ImpossibleStep."""
    if not row.counts:
        raise ImpossibleStep(
            _("Baris “%(row)s” tidak dibahas forum (%(state)s).")
            % {"row": row, "state": row.get_state_display().lower()},
            remedy=_("Hanya baris yang sudah dikirim dan tidak digabung yang diuji atau digabung."),
        )


def spoken_time(at: datetime) -> str:
    """A moment as people say it: 21 November 2026 pukul 09.30."""
    local = localtime(at)
    return _("%(day)s pukul %(time)s") % {"day": long_date(local.date()), "time": f"{local:%H.%M}"}


def _require_newest(triage: RowTriage | None, seen: int) -> None:
    if triage and triage.revision != seen:
        raise StaleForm(
            _("%(name)s lebih dahulu menyimpan uji baris ini pada %(at)s. Hasilnya: %(verdict)s.")
            % {
                "name": triage.updated_by.get_full_name(),
                "at": spoken_time(triage.updated_at),
                "verdict": triage.words,
            },
            remedy=_("Bandingkan dengan isian Anda di bawah; simpan lagi hanya bila Anda berpendapat lain."),
        )


def _check(given: Given, triage: RowTriage | None) -> None:
    """What cannot be kept, said one at a time. Raises DomainError (422)."""
    rule = verdict_rule(given.verdict)
    lacking = [row.text for row in questions() if not given.answers.get(row.code, ("", "x"))[1].strip()]
    if set(given.answers) - {row.code for row in questions()} or (given.verdict and rule is None):
        raise _unfit(_("Jawaban atau hasil itu tidak ada dalam daftar."), _("Pilih dari daftar."))
    if any(answer not in Answer.values for answer, _reason in given.answers.values()):
        raise _unfit(_("Setiap pertanyaan dijawab ya, tidak, atau belum diketahui."), _("Pilih dari daftar."))
    if lacking:
        raise _unfit(
            _("Alasan belum diisi untuk: %s") % " ".join(lacking), _("Tuliskan alasan setiap jawaban.")
        )
    if rule and not given.reason.strip():
        raise _unfit(_("Hasil uji belum beralasan."), _("Tuliskan alasannya."))
    if rule and rule.tested and not is_answered({code: entry[0] for code, entry in given.answers.items()}):
        raise _unfit(
            _("%s baru dapat ditetapkan setelah semua pertanyaan uji dijawab.") % rule.label,
            _("Jawab semuanya; “belum diketahui” juga jawaban."),
            rule.article,
        )
    _check_place(given)
    if triage and triage.verdict and triage.verdict != given.verdict and not given.why.strip():
        raise _unfit(_("Hasil uji yang lama diubah tanpa alasan."), _("Tuliskan mengapa hasilnya diubah."))


def _check_place(given: Given) -> None:
    rule = verdict_rule(given.verdict)
    elsewhere = bool(rule and rule.elsewhere)
    if elsewhere and place_of(given.destination) is None:
        raise _unfit(_("Yang bukan KSD menyebut ke mana seharusnya diajukan."), _("Pilih satu tujuan."))
    if given.destination and not elsewhere:
        raise _unfit(_("Tujuan lain hanya disebut bagi yang bukan KSD."), _("Kosongkan tujuannya."))


def _unfit(message: str, remedy: str, article: str = "") -> DomainError:
    return DomainError(message, remedy=remedy, article=article, status=422)


def _values(row: MappingRow, given: Given, actor: User) -> dict[str, Any]:
    """What is stored, the data behind a prefilled answer kept beside it."""
    finding = borders_of(row)
    answers = {ask.code: _entry(ask, given, finding) for ask in questions() if ask.code in given.answers}
    screening = {
        ask.code: given.screening[ask.code] for ask in screening_questions() if ask.code in given.screening
    }
    said = {code: entry["answer"] for code, entry in answers.items()}
    return {
        "answers": answers,
        "screening": screening,
        "suggested": suggestions(row, said, screening, actor)[0].code,
        "verdict": given.verdict,
        "destination": given.destination,
        "reason": given.reason.strip(),
    }


def _entry(asked: Question, given: Given, finding: BorderFinding) -> dict[str, str]:
    answer, reason = given.answers[asked.code]
    entry = {"answer": str(answer), "reason": reason.strip()}
    if asked.prefill and finding.answer:
        entry |= {"data": str(finding.answer), "source": finding.reason}
    return entry


def _write(triage: RowTriage, values: dict[str, Any], actor: User) -> RowTriage:
    now = clock.now()
    judged = (triage.verdict, triage.destination, triage.reason)
    for name, value in values.items():
        setattr(triage, name, value)
    if judged != (triage.verdict, triage.destination, triage.reason):
        triage.verdict_by, triage.verdict_at = (actor, now) if triage.verdict else (None, None)
    triage.revision = triage.revision + 1 if triage.pk else 1
    triage.row_revision, triage.updated_by, triage.updated_at = triage.row.revision, actor, now
    triage.save()
    return triage


def _same(triage: RowTriage, values: dict[str, Any]) -> bool:
    return all(getattr(triage, name) == value for name, value in values.items())


def _said(triage: RowTriage) -> dict[str, object]:
    """What was answered and found until now, in the words the history shows."""
    with override(INDONESIAN):
        answers = {
            ask.text: f"{Answer(entry['answer']).label}: {entry['reason']}"
            for ask in questions()
            if (entry := triage.answers.get(ask.code))
        }
        screened = {
            ask.question: "Ya" if triage.screening[ask.code] else "Tidak"
            for ask in screening_questions()
            if ask.code in triage.screening
        }
        return {"Hasil": triage.words, "Alasan": triage.reason, **answers, **screened}


def _label(before: str, triage: RowTriage) -> str:
    """One plain Indonesian line for the history."""
    if triage.verdict == before:
        return "Jawaban uji diubah" if triage.revision > 1 else "Jawaban uji dicatat"
    if not before:
        return f"Hasil uji: {triage.words}"[:160]
    old = RowVerdict(before).label
    return f"Hasil uji diubah dari {old}: {triage.words}"[:160]


def _why(given: Given) -> str:
    return "\n".join(part for part in (given.why.strip(), given.reason.strip()) if part)


def _tell(triage: RowTriage, before: str) -> None:
    """Tell the row's region when its matter belongs elsewhere, or does so no more."""
    elsewhere = RowVerdict.BUKAN_KSD
    if before == triage.verdict or elsewhere not in (before, triage.verdict):
        return
    people = recipients([triage.row.region_id], permissions=[FILL]).exclude(pk=triage.updated_by_id)
    notify(
        users=people,
        key=f"uji-pemetaan-{triage.row_id}-{triage.revision}",
        kind="mapping",
        title=_("Hasil uji pemetaan: %s") % triage.row.title,
        body=f"{triage.words}. {triage.reason}"[:500],
        link=triage.row.get_absolute_url(),
    )
