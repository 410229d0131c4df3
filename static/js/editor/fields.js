// The boxes people type in, the marks before them, and the menu of a row.
import { button, h, icon, iconButton, t } from "editor/dom";
import { ACTS, kindOf } from "editor/commands";

const ICONS = {
  up: "chevron-up", down: "chevron-down", add: "plus", child: "list", split: "switch-horizontal",
  merge: "stack-2", demote: "arrow-right", promote: "arrow-left", remove: "trash",
};
const GROWS = CSS.supports("field-sizing", "content");

// A box that grows with its words; `path` says where in its piece the words stand.
export function box(key, path, value, label, more = {}) {
  const area = h("textarea", {
    class: "form-control ed-box", rows: 1, "data-key": key, "data-path": JSON.stringify(path),
    "aria-label": label, value, ...more,
  });
  if (!GROWS) requestAnimationFrame(() => grow(area));
  return area;
}

export function grow(area) {
  if (GROWS) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

export function grip(label) {
  return h(
    "button",
    { type: "button", class: "ed-grip", "aria-label": t("grip", { row: label }), title: t("grip_short") },
    icon("dots-vertical"),
  );
}

export function menu(key, at, label) {
  const kind = kindOf(key, at);
  const acts = ACTS[kind].map((act) =>
    h("button", { type: "button", "data-do": act, class: act === "remove" ? "ed-remove" : null },
      icon(ICONS[act]), t(`${act}_${kind}`)),
  );
  return h("details", { class: "ksd-drop ed-menu" },
    h("summary", { "aria-label": t("acts_for", { row: label }) }, icon("dots")),
    h("div", { class: "ksd-drop-list" }, ...acts));
}

// The two arrows beside a block, for those who neither drag nor know the keys.
export function arrows(label) {
  return h("span", { class: "ed-arrows" },
    iconButton(t("up_row", { row: label }), "chevron-up", { "data-do": "up" }),
    iconButton(t("down_row", { row: label }), "chevron-down", { "data-do": "down" }));
}

// A row that can be moved and has a menu: its mark, its box, what it reads as, and what stands below it.
export function row(key, at, mark, label, area, ...below) {
  return h("li", { class: "ed-row", "data-row": true, "data-key": key, "data-at": JSON.stringify(at) },
    h("div", { class: "ed-line" },
      grip(label), h("span", { class: "ed-mark", "aria-hidden": "true" }, mark),
      h("div", { class: "ed-cell" }, area, h("p", { class: "ed-words", hidden: true })),
      menu(key, at, label)),
    ...below);
}

export const adder = (label, attributes) => button(label, "plus", { ...attributes, class: "btn btn-sm ed-add" });
