"""Every main page, on a telephone and on a desk: nothing sticks out, nothing fails, nothing foreign, all is named."""

import pytest

from tests.browser.pages import PEOPLE

# What somebody who hears the page, or walks it by keys, would miss.
UNNAMED = """() => {
  const faults = [];
  if (document.querySelectorAll('h1').length !== 1) faults.push('judul utama bukan satu');
  if (!document.documentElement.lang) faults.push('tanpa bahasa');
  const seen = new Set();
  for (const node of document.querySelectorAll('[id]')) {
    if (seen.has(node.id)) faults.push('id ganda ' + node.id);
    seen.add(node.id);
  }
  for (const field of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
    const named = field.labels.length || field.getAttribute('aria-label') || field.getAttribute('aria-labelledby');
    if (!named && !field.title && field.type !== 'submit' && field.type !== 'button')
      faults.push('isian tanpa nama ' + field.outerHTML.slice(0, 90));
  }
  for (const press of document.querySelectorAll('a[href], button')) {
    const words = press.textContent.trim() || press.getAttribute('aria-label') || press.title;
    if (!words && !press.querySelector('img[alt]:not([alt=""]), svg [id], svg[aria-label]'))
      faults.push('tombol tanpa nama ' + press.outerHTML.slice(0, 90));
  }
  for (const image of document.querySelectorAll('img:not([alt])')) faults.push('gambar tanpa alt ' + image.src);
  return faults;
}"""


@pytest.mark.parametrize("person", PEOPLE, ids=lambda name: name or "pengunjung")
def test_pages_fit_telephone_and_desk_and_everything_on_them_has_a_name(seat, person):
    desk = seat(person)
    faults = {}
    for path in PEOPLE[person]():
        page = desk.open(path)
        found = []
        for width in (390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            found += [f"{width} px: {fault}" for fault in desk.fits()]
        if not path.startswith("/admin/"):
            found += page.evaluate(UNNAMED)
        if desk.status != 200:
            found.append(f"jawaban {desk.status}")
        if found:
            faults[path] = found
    assert faults == {}


@pytest.mark.parametrize("path", ["/kerja-sama/tidak-ada/", "/entah/"])
def test_a_page_that_is_not_there_keeps_the_way_back(seat, path):
    desk = seat("petugas.kukar", width=390)
    page = desk.open(path)
    assert desk.status == 404
    assert desk.fits() == []
    page.get_by_role("link", name="Beranda").last.click()
    desk.reads("Selamat bekerja")
