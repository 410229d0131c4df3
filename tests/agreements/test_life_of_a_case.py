"""From proposal to a cooperation in force, for every kind of the packs."""

import pytest
from django.core.exceptions import ObjectDoesNotExist

from agreements.choices import LifeState
from agreements.law.loading import all_kinds, get_pack
from agreements.models import Case, CaseEvent
from agreements.services import acts
from agreements.services.acting import acting_on
from ksd.accounts.choices import Role
from ksd.accounts.permissions import table
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed, NotReady
from tests import factories
from tests.agreements.playing import Play, days_later
from tests.agreements.roads import PATH
from tests.conftest import Cast

# One arrow of so many is tried at the door itself in each state, another in the next; each one at least once.
DOOR = 6
KINDS = [kind.code for kind in all_kinds() if kind.partner in ("region", "third_party")]


@pytest.mark.parametrize("kind", KINDS)
def test_a_case_of_each_kind_comes_from_proposal_to_being_in_force(cast: Cast, kind: str) -> None:
    play = Play(cast, kind)
    case = play.to("pelaksanaan")
    texts = {text.kind: text for text in case.naskah.all()}
    assert {text.life() for text in texts.values()} == {LifeState.IN_FORCE}
    parents = {rule.code: rule.parent for rule in case.pack.naskah if not rule.amends}
    assert list(texts) == sorted(parents)
    assert {code: text.parent and text.parent.kind for code, text in texts.items()} == {
        code: parent or None for code, parent in parents.items()
    }
    names = set(CaseEvent.objects.filter(case=case).values_list("actor_name", flat=True))
    assert cast.officer.full_name in names


def test_a_case_remembers_the_pack_version_it_began_under(play: Play) -> None:
    assert play.case.pack is get_pack(play.case.pack_code, play.case.pack_version)


@pytest.mark.parametrize("pack_code", sorted({kind.family.lower() for kind in all_kinds()}))
def test_an_arrow_is_refused_from_every_state_it_does_not_leave(cast: Cast, pack_code: str) -> None:
    kind = next(entry for entry in all_kinds() if entry.family.lower() == pack_code)
    play = Play(cast, kind.code)
    pack = play.case.pack
    tried: set[str] = set()
    for number, state in enumerate(pack.states):
        Case.objects.filter(pk=play.case.pk).update(state=state.code)
        leaving = {
            arrow.code for arrow in pack.arrows if state.code in arrow.sources and arrow.side != "system"
        }
        refused = [arrow.code for arrow in pack.arrows if arrow.code not in leaving]
        # What the door asks is asked for every pair; the door itself is tried with every arrow and in every state.
        assert {arrow.code for arrow in acts.open_arrows(play.reload())} <= leaving
        for place, code in enumerate(refused, start=number):
            if code in tried and place % DOOR:
                continue
            with pytest.raises(ImpossibleStep, match="tidak dapat dilakukan"):
                acts.take_arrow(actor=cast.officer, case=play.case, code=code, reason="uji")
            tried.add(code)
    assert tried == {arrow.code for arrow in pack.arrows}
    assert CaseEvent.objects.filter(case=play.case, arrow__in=[a.code for a in pack.arrows]).count() == 0


@pytest.mark.parametrize("role", Role.values)
def test_only_roles_of_the_permission_table_may_take_an_arrow_for_their_region(play: Play, role: str) -> None:
    home = factories.person(f"kukar-{role}", (role, play.cast.kukar))
    stranger = factories.person(f"paser-{role}", (role, play.cast.paser))
    case = play.reload()
    for arrow in case.pack.arrows:
        if arrow.side in ("system", "partner"):
            continue
        granted = role in table().permission(arrow.permission).roles
        assert (acting_on(home, case, arrow) is not None) == granted, arrow.code
        assert acting_on(stranger, case, arrow) is None, arrow.code


def test_a_stranger_and_a_partner_cannot_submit_the_proposal(play: Play) -> None:
    for actor in (play.cast.stranger, play.cast.partner, play.cast.observer, play.cast.nobody):
        with pytest.raises(NotAllowed, match="tidak berwenang"):
            acts.take_arrow(actor=actor, case=play.case, code="ajukan_telaah")
    assert play.reload().state == "usulan"


def test_an_incomplete_proposal_names_what_is_missing_with_its_article(cast: Cast) -> None:
    play = Play(cast)
    play.case.documents.filter(kind="kak").update(fields={})
    with pytest.raises(NotReady, match="Usulan belum lengkap: 8 hal") as refusal:
        acts.take_arrow(actor=cast.officer, case=play.case, code="ajukan_telaah")
    assert all("Pasal 7" in finding.article for finding in refusal.value.findings)
    assert play.reload().state == "usulan"


def test_a_return_needs_a_reason_and_loses_nothing(play: Play) -> None:
    play.to("telaah")
    with pytest.raises(DomainError, match="Alasan wajib diisi"):
        acts.take_arrow(actor=play.cast.tkksd, case=play.case, code="kembalikan")
    before = list(play.case.documents.values_list("kind", "fields"))
    play.act("kembalikan", play.cast.tkksd, reason="Biaya belum jelas")
    assert play.case.state == "dikembalikan"
    assert list(play.case.documents.values_list("kind", "fields")) == before
    play.act("ajukan_telaah", play.cast.officer)
    reasons = CaseEvent.objects.filter(case=play.case, arrow="kembalikan").values_list("reason", flat=True)
    assert list(reasons) == ["Biaya belum jelas"]


def test_a_second_submit_of_the_same_step_changes_nothing(play: Play) -> None:
    play.to("telaah")
    with pytest.raises(ImpossibleStep, match="perkara kini berada pada"):
        acts.take_arrow(actor=play.cast.officer, case=play.case, code="ajukan_telaah", seen_state="usulan")
    assert CaseEvent.objects.filter(case=play.case, arrow="ajukan_telaah").count() == 1


def test_the_partner_sees_the_case_only_once_it_was_offered(play: Play) -> None:
    play.to("penawaran_disiapkan")
    with pytest.raises(ObjectDoesNotExist):
        Case.objects.visible_to(play.cast.partner).get(pk=play.case.pk)
    play.to("penawaran_terkirim")
    assert Case.objects.visible_to(play.cast.partner).filter(pk=play.case.pk).exists()
    assert Case.objects.visible_to(play.cast.biro).filter(pk=play.case.pk).exists()
    assert not Case.objects.visible_to(play.cast.stranger).exists()
    assert not Case.objects.visible_to(play.cast.nobody).exists()


def test_receipt_cannot_precede_the_sending_nor_lie_in_the_future(play: Play) -> None:
    play.to("penawaran_terkirim")
    for day, message in ((days_later(-1), "mendahului"), (days_later(1), "masa depan")):
        with pytest.raises(DomainError, match=message):
            acts.take_arrow(actor=play.cast.partner, case=play.case, code="catat_penerimaan", on=day)
    assert play.reload().state == "penawaran_terkirim"


def test_the_turn_passes_from_side_to_side(play: Play) -> None:
    def holders() -> list[int]:
        return [party.order for party in play.parties() if party.turn_since]

    turns = {state: (play.to(state), holders())[1] for state in PATH}
    assert turns["usulan"] == [1]
    assert turns["penawaran_terkirim"] == turns["menunggu_tanggapan"] == [2]
    assert turns["penyusunan_kb"] == [1]
    assert turns["penandatanganan_kb"] == turns["uji_dprd"] == [1, 2]
    assert turns["pelaksanaan"] == []
