"""Writing and withdrawing comments, and telling those who are asked to answer (F14)."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.choices.comments import Audience
from agreements.models import Case, Comment, Naskah, Party
from agreements.services.acting import not_yours, role_of
from ksd.accounts.access import acting_region_ids, recipients
from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep
from ksd.deadlines.services import notify

COMMENT = "agreements.comment"
LONGEST = 5000


def commenting_party(actor: User, case: Case) -> Party | None:
    """The party in whose name this person comments, or None."""
    regions = acting_region_ids(actor, COMMENT)
    return next((party for party in case.acting_parties if party.region_id in regions), None)


def people_to_ask(case: Case, party: Party, audience: str) -> QuerySet[User]:
    """Who may be asked to answer: people who take part in this case and can read the comment."""
    parties = [party] if audience == Audience.OWN else case.acting_parties
    regions = [entry.region_id for entry in parties if entry.region_id and entry.shared_at]
    return recipients(regions, permissions=[COMMENT])


@transaction.atomic
def write_comment(
    *,
    actor: User,
    case: Case,
    text: str,
    audience: str,
    paper: str = "",
    naskah: Naskah | None = None,
    anchor: str = "",
    answers: Comment | None = None,
    mentions: Iterable[User] = (),
) -> Comment:
    """Write a comment; an answer goes to the same readers as what it answers, and to its author.

    Raises NotAllowed for who has no part in the case, DomainError for an empty text or a person who cannot read it.
    """
    party = commenting_party(actor, case)
    if party is None or party.region is None:
        raise not_yours(", ".join(entry.short_name for entry in case.parties.all() if entry.region_id))
    check_text(text)
    audience = answers.audience if answers else audience
    asked = list(mentions)
    allowed = set(people_to_ask(case, party, audience).values_list("pk", flat=True))
    strangers = [user.get_full_name() for user in asked if user.pk not in allowed]
    if strangers:
        raise DomainError(
            _("%s tidak dapat membaca komentar ini.") % ", ".join(strangers),
            remedy=_("Pilih orang dari daftar, atau tujukan komentar ini kepada semua pihak."),
        )
    comment = Comment.objects.create(
        case=case,
        paper=paper,
        naskah=naskah,
        anchor=anchor,
        answers=answers,
        audience=audience,
        text=text.strip(),
        author=actor,
        author_name=actor.get_full_name(),
        role=role_of(actor, party)[:150],
        region=party.region,
    )
    comment.mentions.set(asked)
    _tell(comment, asked)
    return comment


def check_text(text: str) -> None:
    """Refuse an empty comment and one that is too long. Raises DomainError."""
    if not text.strip():
        raise DomainError(_("Komentar masih kosong."), remedy=_("Tuliskan isinya."))
    if len(text) > LONGEST:
        raise DomainError(
            _("Komentar paling panjang %d huruf.") % LONGEST,
            remedy=_("Ringkaskan, atau unggah sebagai dokumen."),
        )


def _tell(comment: Comment, asked: list[User]) -> None:
    """Tell those asked, and the author of what is answered, each once and never the writer."""
    keys = {user.pk for user in asked}
    answered = comment.answers
    if answered and answered.author_id and answered.withdrawn_at is None:
        keys.add(answered.author_id)
    keys -= {user for user in (comment.author_id,) if user}
    notify(
        users=User.objects.filter(pk__in=keys, is_active=True),
        key=f"komentar-{comment.pk}",
        kind="komentar",
        title=_("%(name)s menyebut Anda: %(case)s")
        % {"name": comment.author_name, "case": comment.case.title},
        body=comment.text[:500],
        link=f"{reverse('agreements:comments', args=[comment.case.public_id])}#komentar-{comment.pk}",
    )


@transaction.atomic
def withdraw_comment(*, actor: User, comment: Comment) -> None:
    """Take one's own comment back: its words are no longer shown, its place stays. Raises for another's comment."""
    comment = Comment.objects.select_for_update().get(pk=comment.pk)
    if comment.author_id != actor.pk:
        raise not_yours(comment.author_name)
    if comment.withdrawn_at:
        raise ImpossibleStep(_("Komentar ini sudah ditarik."), remedy=_("Muat ulang halaman ini."))
    comment.withdrawn_at = clock.now()
    comment.save(update_fields=["withdrawn_at"])
