"""Which kind of cooperation a row looks like, each suggestion with the reasons it stands on; a person decides."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from agreements.choices import PartnerClass
from agreements.law.loading import all_kinds
from agreements.law.triage import sent_to
from agreements.models import Partner
from ksd.accounts.access import AnyUser
from ksd.mapping.choices import Answer
from ksd.mapping.law.wajib import VerdictRule, signs, standings, verdicts
from ksd.mapping.models import MappingRow
from ksd.mapping.services.bordering import others_of
from regions.models import Region


@dataclass(frozen=True)
class Reason:
    """One thing a suggestion stands on; without an article it is an office guide."""

    text: str
    article: str = ""


@dataclass(frozen=True)
class Suggestion:
    """A verdict that fits what is known of a row; without a rule it only says what is missing."""

    rule: VerdictRule | None
    reasons: tuple[Reason, ...]
    destination: str = ""

    @property
    def code(self) -> str:
        """The verdict suggested, or nothing."""
        return self.rule.code if self.rule else ""


def suggestions(
    row: MappingRow, answers: Mapping[str, str], screening: Mapping[str, bool], user: AnyUser
) -> list[Suggestion]:
    """What a row looks like, the strongest first; one that only says what is missing when nothing is known."""
    found = [
        *_elsewhere(screening),
        *_between_regions(others_of(row), answers),
        *_by_partner(row.partner_name, user),
    ]
    missing = Reason(_("Calon mitra dan daerah lain yang terkena belum disebut pada baris ini."))
    return sorted(found, key=lambda given: given.rule is None) or [Suggestion(None, (missing,))]


def _elsewhere(screening: Mapping[str, bool]) -> list[Suggestion]:
    place = sent_to(screening)
    rule = next((row for row in verdicts() if row.elsewhere), None)
    if place is None or rule is None:
        return []
    said = Reason(_("Dijawab ya: %s") % place.question, place.article)
    return [Suggestion(rule, (said, Reason(place.words)), place.code)]


def _between_regions(others: list[Region], answers: Mapping[str, str]) -> list[Suggestion]:
    """KSDD by its conditions, or the conditions that are not known yet."""
    if not others:
        return []
    stands = standings(answers)
    names = Reason(_("Daerah lain disebut: %s.") % ", ".join(str(region) for region in others))
    told = tuple(
        Reason(f"{condition.label}: {answer.label.lower()}.", condition.article)
        for condition, answer in stands
    )
    for rule in verdicts():
        if rule.partner == "region" and rule.follows([answer for _condition, answer in stands]):
            return [Suggestion(rule, (names, *told))]
    unknown = [condition.label for condition, answer in stands if answer == Answer.UNKNOWN]
    missing = _("Wajib atau sukarela belum dapat disarankan; belum diketahui: %s.") % "; ".join(unknown)
    return [Suggestion(None, (names, Reason(missing), *told))]


def _by_partner(name: str, user: AnyUser) -> list[Suggestion]:
    """The kind that usually has such a partner, by the register or, where it is not there, by words of its name."""
    if not name.strip():
        return []
    registered = Partner.objects.visible_to(user).filter(name__iexact=name.strip()).order_by("pk").first()
    if registered:
        known = registered.get_partner_class_display()
        why = _("Calon mitra “%(name)s” tercatat sebagai %(group)s.") % {"name": name, "group": known}
        return _of_class(registered.partner_class, Reason(why))
    for sign in signs():
        word = sign.found_in(name)
        if word:
            words = {"name": name, "word": word, "group": PartnerClass(sign.partner_class).label}
            why = _("Nama calon mitra “%(name)s” memuat “%(word)s”, lazimnya %(group)s.") % words
            return _of_class(sign.partner_class, Reason(why))
    return [Suggestion(None, (Reason(_("Golongan calon mitra “%s” belum dikenal.") % name),))]


def _of_class(partner_class: str, why: Reason) -> list[Suggestion]:
    """The verdicts whose kinds usually have a partner of this class."""
    usual = {kind.code for kind in all_kinds() if partner_class in kind.partner_classes}
    found = [rule for rule in verdicts() if usual.intersection(rule.kinds)]
    if not found:
        open_question = Reason(_("Golongan mitra ini belum ditempatkan; tanyakan kepada Biro."))
        return [Suggestion(None, (why, open_question))]
    return [Suggestion(rule, (why, Reason(rule.help, rule.article))) for rule in found]
