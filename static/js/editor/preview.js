// The text as it will be read: numbered, filled, with its references in words.
import { h, t } from "editor/dom";
import { annexName, reading } from "editor/references";
import { letter } from "editor/rows";

export function preview(parts, values) {
  const said = (text, clause = "") =>
    reading(parts, values, text, clause).map(({ text: words, kind }) =>
      kind === "broken" || kind === "open" ? h("mark", { class: `ed-${kind}` }, words) : words);
  const numbered = (rows, title) =>
    rows.length ? [h("h3", {}, title), h("ol", {}, ...rows.map((text) => h("li", {}, ...said(text))))] : [];
  const row = (mark, ...inside) =>
    h("div", { class: "ksd-read-row" }, mark ? h("span", { class: "num" }, mark) : null, h("div", {}, ...inside));
  const pasal = parts.urutan.flatMap((code, n) => {
    const one = parts[`pasal-${code}`];
    if (!one) return [];
    const many = one.ayat.length > 1;
    return [h("h3", {}, `Pasal ${n + 1}`, h("br"), one.title), ...one.ayat.map((ayat, a) =>
      row(many ? `(${a + 1})` : "", ...said(ayat.text, code),
        ...ayat.huruf.map((text, i) => row(`${letter(i)}.`, ...said(text, code)))))];
  });
  const annexes = parts.lampiran.flatMap((annex, i) => [
    h("h3", {}, annexName(parts, i), h("br"), annex.title),
    ...annex.paragraphs.map((text) => h("p", {}, ...said(text))),
    annex.table.length ? table(annex.table, said) : "",
  ]);
  return h("div", { class: "ksd-read", lang: "id" },
    ...numbered(parts.konsiderans, t("konsiderans")), ...numbered(parts["dasar-hukum"], t("dasar-hukum")),
    ...pasal, ...annexes);
}

function table([heads, ...rows], said) {
  return h("div", { class: "table-responsive" }, h("table", { class: "table table-bordered" },
    h("thead", {}, h("tr", {}, ...heads.map((cell) => h("th", { scope: "col" }, ...said(cell))))),
    h("tbody", {}, ...rows.map((cells) => h("tr", {}, ...cells.map((cell) => h("td", {}, ...said(cell))))))));
}
