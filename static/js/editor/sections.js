// The blocks of the page: recitals and bases, one Pasal, the lampiran.
import { button, h, iconButton, t } from "editor/dom";
import { adder, arrows, box, grip, menu, row } from "editor/fields";
import { annexName } from "editor/references";
import { letter } from "editor/rows";

const list = (label, ...items) => h("ol", { class: "ed-list", "data-list": true, "aria-label": label }, ...items);

export function lines(key, content, title) {
  const items = content.map((text, i) => {
    const label = t("line_label", { place: i + 1, of: title });
    return row(key, [i], `${i + 1}.`, label, box(key, [i], text, label));
  });
  return h("section", { class: "card ed-block", "data-block": key },
    h("div", { class: "card-body" },
      h("h2", { class: "ed-number" }, title),
      list(title, ...items),
      adder(t("add_line"), { "data-grow": JSON.stringify([]), "data-key": key })));
}

export function pasal(key, content, number, article, fallbacks = []) {
  const name = t("pasal_label", { number });
  const many = content.ayat.length > 1;
  const items = content.ayat.map((ayat, a) => ayatRow(key, ayat, a, many, name));
  const head = h("header", { class: "ed-head" },
    grip(name), h("h3", { class: "ed-number" }, name),
    box(key, ["title"], content.title, t("title_of", { row: name }), { class: "form-control ed-box ed-title", maxlength: 120 }),
    arrows(name), menu(key, [], name));
  return h("section", {
    class: "card ed-block ed-pasal", id: `blok-${key}`, "data-row": true, "data-key": key, "data-at": "[]", "data-block": key,
  },
    h("div", { class: "card-body" }, head,
      article ? h("p", { class: "ksd-article" }, t("required_by", { article })) : null,
      list(t("ayat_of", { row: name }), ...items),
      adder(t("add_ayat"), { "data-grow": JSON.stringify(["ayat"]), "data-key": key }),
      fallbacks.length ? button(t("fallbacks", { count: fallbacks.length }), "switch-horizontal", { class: "btn btn-sm ed-add", "data-cadangan": key }) : null));
}

function ayatRow(key, ayat, a, many, name) {
  const label = many ? t("ayat_label", { number: a + 1, of: name }) : t("only_ayat", { of: name });
  const below = ayat.huruf.map((text, i) => {
    const said = t("huruf_label", { letter: letter(i), of: label });
    return row(key, ["ayat", a, "huruf", i], `${letter(i)}.`, said, box(key, ["ayat", a, "huruf", i], text, said));
  });
  const area = box(key, ["ayat", a, "text"], ayat.text, label);
  const inner = below.length ? list(t("huruf_of", { row: label }), ...below) : null;
  return row(key, ["ayat", a], many ? `(${a + 1})` : "", label, area, inner);
}

export function annexes(parts) {
  return h("section", { class: "card ed-block", "data-block": "lampiran" },
    h("div", { class: "card-body" },
      h("h2", { class: "ed-number" }, t("annexes")),
      parts.lampiran.length ? null : h("p", { class: "ksd-hint" }, t("no_annex")),
      h("ol", { class: "ed-list ed-annexes", "data-list": true, "aria-label": t("annexes") },
        ...parts.lampiran.map((annex, i) => annexRow(parts, annex, i))),
      adder(t("add_annex"), { "data-annex": "add" })));
}

function annexRow(parts, annex, index) {
  const [key, name] = ["lampiran", annexName(parts, index)];
  const paragraphs = annex.paragraphs.map((text, i) => {
    const label = t("line_label", { place: i + 1, of: name });
    return row(key, [index, "paragraphs", i], "", label, box(key, [index, "paragraphs", i], text, label));
  });
  return h("li", { class: "ed-annex", "data-row": true, "data-key": key, "data-at": JSON.stringify([index]) },
    h("header", { class: "ed-head" },
      grip(name), h("h3", { class: "ed-number" }, name),
      box(key, [index, "title"], annex.title, t("title_of", { row: name }), { class: "form-control ed-box ed-title", maxlength: 200 }),
      arrows(name), menu(key, [index], name)),
    list(t("paragraphs_of", { row: name }), ...paragraphs),
    adder(t("add_line"), { "data-grow": JSON.stringify([index, "paragraphs"]), "data-key": key }),
    annex.table.length ? table(annex.table, index, name) : adder(t("begin_table"), { "data-table": "begin", "data-index": index }));
}

function table(rows, index, name) {
  const width = rows[0].length;
  const cell = (text, r, c) => box("lampiran", [index, "table", r, c], text,
    r === 0 ? t("heading_cell", { column: c + 1, of: name }) : t("cell", { row: r, column: c + 1, of: name }));
  const columns = rows[0].map((_text, c) => h("td", {},
    iconButton(t("narrow", { column: c + 1 }), "x", { "data-table": "narrow", "data-index": index, "data-column": c })));
  const body = rows.map((cells, r) => h("tr", {
    "data-row": true, "data-key": "lampiran", "data-at": JSON.stringify([index, "table", r]), class: r === 0 ? "ed-heads" : null,
  },
    h("td", { class: "ed-narrow" }, grip(t("table_row", { row: r + 1 }))),
    ...cells.map((text, c) => h("td", {}, cell(text, r, c))),
    h("td", { class: "ed-narrow" }, menu("lampiran", [index, "table", r], t("table_row", { row: r + 1 })))));
  return h("div", { class: "ed-table" },
    h("div", { class: "table-responsive" },
      h("table", { class: "table", "aria-label": t("table_of", { row: name }) },
        h("tbody", { "data-list": true }, ...body),
        width > 1 ? h("tfoot", {}, h("tr", {}, h("td"), ...columns, h("td"))) : null)),
    adder(t("add_column"), { "data-table": "column", "data-index": index }),
    adder(t("add_table_row"), { "data-grow": JSON.stringify([index, "table"]), "data-key": "lampiran" }));
}
