"""A one-time link by which the head of a delegation speaks without an account."""

from datetime import timedelta

import pytest

from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from meetings.models import ActLink, Invitee
from meetings.services.confirming import ask_by_link, confirm_by_link
from meetings.services.links import link_of, revoke_links
from meetings.services.records import read_out
from tests.meetings.room_rows import delegation, held, point, word


@pytest.fixture
def row(cast):
    return held(cast)


@pytest.fixture
def heads(cast, row):
    return [delegation(row, region) for region in (cast.kukar, cast.kubar)]


def read(cast, row):
    return read_out(actor=cast.biro, meeting=row)


@pytest.fixture
def link(cast, row, heads):
    point(cast.biro, row)
    read(cast, row)
    return link_of(ask_by_link(actor=cast.biro, invitee=heads[0]), "konfirmasi")


def test_a_link_speaks_once_for_its_delegation(link, heads):
    given = confirm_by_link(link=link, word=word(), same_phone=False)
    assert (given.invitee, given.actor) == (heads[0], None)
    link.refresh_from_db()
    assert link.used_at


def test_a_forwarded_link_is_dead_after_the_first_word(link):
    confirm_by_link(link=link, word=word(), same_phone=False)
    with pytest.raises(ImpossibleStep, match="sudah dipakai"):
        confirm_by_link(link=link, word=word("keberatan", objection="x"), same_phone=False)


def test_the_same_phone_speaks_again_of_a_new_edition(cast, row, link):
    confirm_by_link(link=link, word=word(), same_phone=False)
    point(cast.biro, row, "Butir lagi.")
    read(cast, row)
    link.refresh_from_db()
    assert confirm_by_link(link=link, word=word(edition=2), same_phone=True).edition == 2


def test_an_expired_or_revoked_link_speaks_no_more(cast, heads, link):
    with clock.frozen(clock.now() + timedelta(hours=13)), pytest.raises(ImpossibleStep):
        confirm_by_link(link=link, word=word(), same_phone=True)
    revoke_links(invitee=heads[0])
    with pytest.raises(ImpossibleStep):
        confirm_by_link(link=link, word=word(), same_phone=False)


def test_a_new_link_kills_the_one_before(cast, heads, link):
    ask_by_link(actor=cast.biro, invitee=heads[0])
    link.refresh_from_db()
    assert link.revoked_at


def test_a_link_for_another_act_says_nothing_here(link):
    ActLink.objects.update(act="jawab")
    link.refresh_from_db()
    with pytest.raises(NotAllowed):
        confirm_by_link(link=link, word=word(), same_phone=False)


def test_a_refused_word_leaves_the_link_alive(link):
    with pytest.raises(DomainError, match="Tuliskan keberatannya"):
        confirm_by_link(link=link, word=word("keberatan"), same_phone=False)
    link.refresh_from_db()
    assert link.is_alive


def test_a_delegation_struck_from_the_list_is_not_heard(link, heads):
    Invitee.objects.filter(pk=heads[0].pk).update(withdrawn_at=clock.now())
    with pytest.raises(ImpossibleStep, match="dicoret"):
        confirm_by_link(link=link, word=word(), same_phone=False)
