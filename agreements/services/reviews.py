"""Asking members of the TKKSD for their review, their answers, and the consolidated result (F15, F16)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.law.schema import DocumentKind, Item
from agreements.models import Case, CaseEvent, Review
from agreements.services.acting import Acting, not_yours, role_of
from agreements.services.acts import lock_case, open_arrows
from agreements.services.documents import save_document
from agreements.services.history import write_event
from agreements.services.precheck import needed_documents, submitting_arrow
from ksd.accounts.access import may, recipients
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.core.words import long_date
from ksd.deadlines.services import notify
from regions.models import Office, Region

TEAM, REVIEW = "agreements.team", "agreements.review"


def is_under_review(case: Case) -> bool:
    """Whether the case stands where the TKKSD decides."""
    return any(arrow.permission == REVIEW for arrow in open_arrows(case))


def review_paper(case: Case) -> DocumentKind | None:
    """The paper that holds the points of the review in this kind of cooperation: its items carry remarks."""
    for arrow in case.pack.arrows:
        if arrow.permission == REVIEW and arrow.serves(case.kind):
            for code in needed_documents(case, arrow):
                rule = case.pack.document(code)
                if any(item.note for item in rule.items):
                    return rule
    return None


def points_of(case: Case) -> tuple[Item, ...]:
    """The points to be judged, each with its choices."""
    rule = review_paper(case)
    return tuple(item for item in rule.items if item.note) if rule else ()


def round_of(case: Case) -> int:
    """How many times the proposal was submitted; each submission is reviewed anew."""
    return CaseEvent.objects.filter(case=case, arrow=submitting_arrow(case).code).count()


def reviewers_of(case: Case) -> QuerySet[User]:
    """Who may be asked: people of the initiating region who may review."""
    return recipients([case.initiator.region_id or 0], permissions=[REVIEW])


@transaction.atomic
def assign_reviews(
    *,
    actor: User,
    case: Case,
    reviewers: Iterable[User],
    due_on: date,
    instruction: str = "",
    office: Office | None = None,
) -> list[Review]:
    """Ask members to review a proposal by a day (disposisi); who was asked already is left as he is.

    Raises NotAllowed, ImpossibleStep outside the review, DomainError for nobody, a stranger or a day gone by.
    """
    case = lock_case(case)
    home = _require(actor, case, TEAM)
    wanted = list(reviewers)
    _check_wanted(case, wanted, due_on)
    number = round_of(case)
    asked = set(case.reviews.filter(round=number, withdrawn_at=None).values_list("reviewer", flat=True))
    made = [
        Review.objects.create(
            case=case,
            region=home,
            round=number,
            reviewer=user,
            office=office,
            instruction=instruction.strip(),
            due_on=due_on,
            assigned_by=actor,
        )
        for user in wanted
        if user.pk not in asked
    ]
    if made:
        names = ", ".join(row.reviewer.get_full_name() for row in made)
        _write(actor, case, "tugaskan_telaah", f"Telaah ditugaskan kepada {names}", instruction)
        _tell(case, made, due_on, instruction)
    return made


def _check_wanted(case: Case, wanted: list[User], due_on: date) -> None:
    allowed = set(reviewers_of(case).values_list("pk", flat=True))
    if not wanted or any(user.pk not in allowed for user in wanted):
        raise DomainError(
            _("Pilih paling sedikit satu anggota TKKSD dari daftar."),
            remedy=_("Orang tanpa peran TKKSD tidak dapat ditugaskan; mintalah admin memberi perannya."),
        )
    if due_on < clock.today():
        raise DomainError(
            _("Tanggal paling lambat sudah lewat."), remedy=_("Pilih hari ini atau sesudahnya.")
        )


def _require(actor: User, case: Case, permission: str) -> Region:
    home = case.initiator.region
    if home is None or not may(actor, permission, home):
        raise not_yours(case.initiator.short_name)
    if not is_under_review(case):
        raise ImpossibleStep(
            _("Perkara ini tidak sedang ditelaah: kini berada pada “%s”.") % case.state_label,
            remedy=_("Muat ulang halaman kerja sama ini."),
        )
    return home


def _write(actor: User, case: Case, code: str, label: str, reason: str = "") -> None:
    acting = Acting(case.initiator, role_of(actor, case.initiator))
    write_event(actor=actor, case=case, acting=acting, arrow=code, label=label, reason=reason.strip())


def _tell(case: Case, made: list[Review], due_on: date, instruction: str) -> None:
    for row in made:
        notify(
            users=User.objects.filter(pk=row.reviewer_id),
            key=f"telaah-{row.pk}",
            kind="telaah",
            title=_("Anda diminta menelaah: %s") % case.title,
            body=_("Paling lambat %s.") % long_date(due_on) + (f" {instruction}" if instruction else ""),
            link=reverse("agreements:review", args=[case.public_id, row.pk]),
        )


@transaction.atomic
def submit_review(
    *, actor: User, review: Review, fields: Mapping[str, str], conclusion: str = "", final: bool = True
) -> Review:
    """Save one's own review, or send it; a judgement other than the plain good one needs its remark."""
    case = lock_case(review.case)
    review = Review.objects.select_for_update().get(pk=review.pk)
    if review.reviewer_id != actor.pk:
        raise not_yours(review.reviewer.get_full_name())
    if review.submitted_at or review.withdrawn_at or not is_under_review(case):
        raise ImpossibleStep(
            _("Telaah ini tidak dapat diubah lagi: sudah dikirim, ditarik, atau perkaranya sudah berpindah."),
            remedy=_("Muat ulang halaman ini; tuliskan tambahan sebagai komentar."),
        )
    points = points_of(case)
    known = {name for item in points for name in (item.code, f"{item.code}_catatan")}
    review.fields = {name: value.strip() for name, value in fields.items() if name in known}
    review.conclusion = conclusion.strip()
    if final:
        _check_points(points, review.fields)
        review.submitted_at = clock.now()
        _write(actor, case, "kirim_telaah", f"Telaah {actor.get_full_name()} dikirim", conclusion)
    review.save(update_fields=["fields", "conclusion", "submitted_at"])
    return review


def _check_points(points: Iterable[Item], fields: Mapping[str, str]) -> None:
    for item in points:
        judged = fields.get(item.code, "")
        if judged not in dict(item.choices):
            raise DomainError(_("“%s” belum dinilai.") % item.label, remedy=_("Pilih salah satu penilaian."))
        if judged != item.choices[0][0] and not fields.get(f"{item.code}_catatan"):
            raise DomainError(
                _("“%(item)s” dinilai “%(judged)s” tanpa catatan.")
                % {"item": item.label, "judged": dict(item.choices)[judged]},
                remedy=_("Tuliskan apa yang harus diperbaiki."),
            )


@transaction.atomic
def withdraw_review(*, actor: User, review: Review) -> None:
    """Take an assignment back that was not answered yet."""
    case = lock_case(review.case)
    _require(actor, case, TEAM)
    changed = Review.objects.open().filter(pk=review.pk).update(withdrawn_at=clock.now())
    if not changed:
        raise ImpossibleStep(_("Telaah ini sudah dikirim atau ditarik."), remedy=_("Muat ulang halaman ini."))
    name = review.reviewer.get_full_name()
    _write(actor, case, "tarik_telaah", f"Penugasan telaah kepada {name} ditarik")


@dataclass(frozen=True)
class Voice:
    """What one reviewer says on one point."""

    who: str
    judged: str
    remark: str


@dataclass(frozen=True)
class Point:
    """One point with every voice on it, and the gravest judgement, which the result takes over."""

    item: Item
    voices: tuple[Voice, ...]
    gravest: str

    @property
    def gravest_label(self) -> str:
        """The judgement as people read it."""
        return dict(self.item.choices).get(self.gravest, "")

    @property
    def disputed(self) -> bool:
        """Whether the reviewers judge it differently."""
        return len({voice.judged for voice in self.voices}) > 1


def consolidated(case: Case) -> list[Point]:
    """Every point with the voices of this round's reviews."""
    sent = case.reviews.filter(round=round_of(case), submitted_at__isnull=False, withdrawn_at=None)
    rows = list(sent.select_related("reviewer", "office"))
    return [_point(item, rows) for item in points_of(case)]


def _point(item: Item, rows: list[Review]) -> Point:
    order = [code for code, _label in item.choices]
    given = [row.fields.get(item.code, "") for row in rows if row.fields.get(item.code) in order]
    voices = tuple(
        Voice(
            row.reviewer.get_full_name() + (f" ({row.office})" if row.office else ""),
            dict(item.choices).get(row.fields.get(item.code, ""), ""),
            row.fields.get(f"{item.code}_catatan", ""),
        )
        for row in rows
    )
    return Point(item, voices, max(given, key=order.index, default=""))


@transaction.atomic
def write_result(*, actor: User, case: Case) -> None:
    """Write the consolidated reviews into the TKKSD's own paper, to be edited and used as before."""
    case = lock_case(case)
    _require(actor, case, REVIEW)
    rule, points = review_paper(case), consolidated(case)
    if rule is None or not any(point.gravest for point in points):
        raise ImpossibleStep(
            _("Belum ada telaah yang dikirim."), remedy=_("Tunggu hasil telaah anggota TKKSD.")
        )
    current = case.documents.filter(kind=rule.code, is_current=True).first()
    fields: dict[str, str] = dict(current.fields) if current else {}
    for point in points:
        fields[point.item.code] = point.gravest
        remarks = [f"{voice.who}: {voice.remark}" for voice in point.voices if voice.remark]
        fields[f"{point.item.code}_catatan"] = "\n".join(remarks)
    save_document(
        actor=actor,
        case=case,
        kind=rule.code,
        fields=fields,
        number=current.number if current else "",
        dated=current.dated if current else None,
        seen_revision=current.revision if current else 0,
    )
