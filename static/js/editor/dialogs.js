// Windows over the page: references, placeholders, clauses of the library, what two people wrote.
import { button, clock, h, t } from "editor/dom";
import { annexName } from "editor/references";
import { letter } from "editor/rows";

export function dialog(title, ...inside) {
  const window_ = h("dialog", { class: "ed-dialog", "aria-label": title });
  const close = button(t("close"), "x", { onclick: () => window_.close() });
  window_.append(h("header", { class: "ed-dialog-head" }, h("h2", {}, title), close), ...inside);
  window_.addEventListener("close", () => window_.remove());
  document.body.append(window_);
  window_.showModal();
  return window_;
}

// A list that narrows while somebody types; choosing a line closes it.
function picker(title, hint, rows, chosen) {
  const items = rows.map(({ label, help, value, indent }) =>
    h("li", { "data-words": `${label} ${help || ""}`.toLowerCase() },
      h("button", { type: "button", class: `ed-choice ed-choice-${indent || 0}`, "data-value": value },
        h("strong", {}, label), help ? h("span", { class: "ksd-hint" }, help) : null)),
  );
  const list = h("ul", { class: "ed-choices" }, ...items);
  const search = h("input", { type: "search", class: "form-control", "aria-label": t("search"), placeholder: t("search") });
  search.addEventListener("input", () => {
    const asked = search.value.toLowerCase().trim();
    items.forEach((item) => (item.hidden = !item.dataset.words.includes(asked)));
  });
  const shown = dialog(title, h("p", { class: "ksd-hint" }, hint), search, list);
  list.addEventListener("click", (event) => {
    const choice = event.target.closest("[data-value]");
    if (!choice) return;
    shown.close();
    chosen(choice.dataset.value);
  });
}

const first = (text) => (text.length > 90 ? `${text.slice(0, 90)}…` : text);

export function referencePicker(parts, chosen) {
  const rows = [];
  parts.urutan.forEach((code, n) => {
    const pasal = parts[`pasal-${code}`];
    if (!pasal) return;
    rows.push({ label: `Pasal ${n + 1}`, help: pasal.title, value: `{pasal:${code}}` });
    pasal.ayat.forEach((ayat, a) => {
      const ref = `pasal:${code}:${a + 1}`;
      if (pasal.ayat.length > 1) {
        rows.push({ label: `Pasal ${n + 1} ayat (${a + 1})`, help: first(ayat.text), value: `{${ref}}`, indent: 1 });
      }
      ayat.huruf.forEach((text, i) => {
        const mark = pasal.ayat.length > 1 ? ` ayat (${a + 1})` : "";
        const label = `Pasal ${n + 1}${mark} huruf ${letter(i)}`;
        rows.push({ label, help: first(text), value: `{${ref}:${letter(i)}}`, indent: 2 });
      });
    });
  });
  parts.lampiran.forEach((annex, i) => {
    rows.push({ label: annexName(parts, i), help: annex.title, value: `{lampiran:${i + 1}}` });
  });
  picker(t("pick_reference"), t("pick_reference_help"), rows, chosen);
}

export function tokenPicker(tokens, chosen) {
  const rows = tokens.map(({ code, label, help, value }) => ({
    label, value: code, help: `${help} ${value ? t("prints", { value: first(value) }) : t("prints_dots")}`,
  }));
  picker(t("pick_token"), t("pick_token_help"), rows, chosen);
}

export function clausePicker(library, present, chosen) {
  const rows = library
    .filter((row) => !present.includes(row.code))
    .map(({ code, title, purpose }) => ({ label: title, help: purpose, value: code }));
  rows.push({ label: t("own_pasal"), help: t("own_pasal_help"), value: "" });
  picker(t("add_pasal"), t("add_pasal_help"), rows, chosen);
}

// Wordings to fall back on, in the order they are given up; the one chosen takes the place of the ayat.
export function fallbackPicker(rows, chosen) {
  const list = rows.map((row, i) => h("section", { class: "ed-side" },
    h("h3", {}, `${i + 1}. ${row.title}`), h("p", { class: "ksd-hint" }, row.when),
    ...readable("pasal-", { title: "", ayat: row.ayat }, {}).slice(1).map((text) => h("p", { class: "ed-side-line" }, text)),
    button(t("use_fallback"), "check", { onclick: () => { shown.close(); chosen(row.ayat); } })));
  const shown = dialog(t("fallbacks_title"), h("p", { class: "ksd-hint" }, t("fallbacks_help")), h("div", { class: "ed-sides" }, ...list));
}

// A piece as lines to read; lines the other wording has not are marked.
export function readable(key, content, titles) {
  if (content === null || content === undefined) return null;
  if (key === "urutan") return content.map((code, i) => `Pasal ${i + 1} ${titles[code] || code}`);
  if (key === "lampiran") {
    return content.flatMap((row) => [row.title, ...row.paragraphs, ...row.table.map((cells) => cells.join(" | "))]);
  }
  if (Array.isArray(content)) return content;
  const many = content.ayat.length > 1;
  return [content.title, ...content.ayat.flatMap((ayat, a) => [
    `${many ? `(${a + 1}) ` : ""}${ayat.text}`, ...ayat.huruf.map((text, i) => `${letter(i)}. ${text}`),
  ])];
}

function side(title, lines, other) {
  const shown = lines === null ? [h("p", { class: "ksd-hint" }, t("taken_out"))]
    : lines.map((text) => h(other && !other.includes(text) ? "mark" : "p", { class: "ed-side-line" }, text));
  return h("div", { class: "ed-side" }, h("h3", {}, title), ...shown);
}

// What two people changed, side by side; nothing is chosen beforehand.
export function clashDialog(clashes, titles, decided) {
  const form = h("form", { class: "ed-clashes" });
  clashes.forEach((clash, n) => {
    const [mine, theirs] = [readable(clash.key, clash.mine, titles), readable(clash.key, clash.theirs, titles)];
    const radio = (value, label) => h("label", { class: "form-check" },
      h("input", { type: "radio", class: "form-check-input", name: `c${n}`, value, required: true }),
      h("span", { class: "form-check-label" }, label));
    form.append(h("fieldset", {},
      h("legend", {}, clash.label),
      h("div", { class: "ed-sides" },
        side(t("mine"), mine, theirs),
        side(t("theirs", { by: clash.by, at: clock(clash.at) }), theirs, mine)),
      radio("mine", mine === null ? t("keep_out") : t("take_mine")),
      radio("theirs", theirs === null ? t("let_out") : t("take_theirs", { by: clash.by })),
      mine && theirs && clash.key !== "urutan" ? radio("both", t("take_both", { by: clash.by })) : null));
  });
  form.append(h("div", { class: "ksd-buttons" }, h("button", { class: "btn btn-primary" }, t("decide"))));
  const shown = dialog(t("clash_title"), h("p", {}, t("clash_help")), form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const choices = clashes.map((clash, n) => [clash, new FormData(form).get(`c${n}`)]);
    shown.close();
    decided(choices);
  });
}
