"""From every place of its life the page of a cooperation leads to the next page of work, and calls nothing lacking that was done."""

import re

import pytest
from django.urls import reverse

from agreements.models import Copy, Partner
from agreements.naskah.facts import PartyFacts
from agreements.services.copies import Move, move_copy
from ksd.core import clock
from tests.agreements.playing import Play

pytestmark = pytest.mark.django_db


def page_of(browser, play: Play) -> str:
    return str(browser.get(play.case.get_absolute_url()).content.decode())


def beside(page: str) -> str:
    """What stands under "Bila diperlukan"."""
    found = re.search(
        r'<details class="ksd-earlier">\s*<summary>Bila diperlukan.*?</details>', page, re.DOTALL
    )
    return found[0] if found else ""


def test_the_register_of_copies_is_one_click_away_until_it_is_complete(signed_in, cast, play):
    play.to("pelaksanaan")
    page = page_of(signed_in(cast.officer), play)
    where = reverse("agreements:signing", args=[play.case.public_id])
    assert f'<a href="{where}">Buka bagian Tanda tangan &amp; arsip' in page
    assert "Nyatakan penatausahaan lengkap" not in beside(page)


def test_an_archive_that_was_declared_complete_is_asked_for_no_more(signed_in, cast, play):
    play.to("pelaksanaan")
    for copy in Copy.objects.filter(naskah__case=play.case).select_related("party"):
        move = Move(act="terima", on=clock.today(), holder=copy.holder, shelf="Lemari 1")
        move_copy(actor=play.actor_for(copy.party), copy=copy, move=move)
    play.act("catat_arsip", cast.officer)
    assert "Nyatakan penatausahaan lengkap" in beside(page_of(signed_in(cast.officer), play))


def test_abroad_only_what_the_law_asks_next_is_work(signed_in, cast):
    play = Play(cast, "ksdpl")
    play.to("pelaksanaan")
    page = page_of(signed_in(cast.officer), play)
    aside = beside(page)
    assert "Catat surat perpanjangan" in aside
    assert "Catat perundingan atau konsultasi atas perselisihan" in aside
    assert "Sampaikan naskah asli kepada Menteri" in page
    assert "Sampaikan naskah asli kepada Menteri" not in aside


def test_a_case_that_waits_for_a_dprd_leads_to_the_page_of_that_dprd(signed_in, cast):
    play = Play(cast, "ksdpl")
    play.to("menunggu_dprd")
    assert f'<a href="{reverse("agreements:dprd", args=[play.case.public_id])}' in page_of(
        signed_in(cast.officer), play
    )


def test_partners_the_kind_is_meant_for_are_offered_first(signed_in, cast):
    play = Play(cast, "sinergi")
    for name, sort in (("Kota Contoh Luar", "pemda_luar_negeri"), ("Kementerian Zeta Contoh", "kementerian")):
        Partner.objects.create(region=cast.kukar, name=name, partner_class=sort, country="Negara Contoh")
    address = reverse("agreements:proposal", args=[play.case.public_id, "pihak"])
    page = signed_in(cast.officer).get(address).content.decode()
    assert page.index("Kementerian Zeta Contoh") < page.index("Kota Contoh Luar")


def test_a_title_that_names_the_place_is_not_followed_by_it_again():
    city = PartyFacts(
        name="Pemerintah Kota Contoh Pelabuhan", position="Wali Kota Contoh Pelabuhan", third_party=True
    )
    firm = PartyFacts(name="PT Contoh", position="Direktur Utama", third_party=True)
    assert (city.full_position, firm.full_position) == (
        "Wali Kota Contoh Pelabuhan",
        "Direktur Utama PT Contoh",
    )
