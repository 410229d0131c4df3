// What can be done to a row of the text, whatever kind it is: moved, added, removed, split, merged.
import { t } from "editor/dom";
import { setAt, getAt } from "editor/desk";
import { follow } from "editor/references";
import { ayatOf, cellsOf, plainLines } from "editor/pasting";
import * as rows from "editor/rows";

const isPasal = (key) => key.startsWith("pasal-");
const code = (key) => key.replace(/^pasal-/, "");

// What a row is: a pasal, an ayat, a huruf, a lampiran, a row of its table, or a line of a list.
export function kindOf(key, at) {
  if (isPasal(key)) return at.length === 0 ? "pasal" : at.length === 2 ? "ayat" : "huruf";
  if (key !== "lampiran") return "line";
  return at.length === 1 ? "annex" : at[1] === "table" ? "table" : "line";
}

// Which acts a row of a kind knows, in the order of its menu.
export const ACTS = {
  pasal: ["up", "down", "add", "remove"],
  ayat: ["up", "down", "add", "child", "split", "merge", "demote", "remove"],
  huruf: ["up", "down", "add", "split", "merge", "promote", "remove"],
  line: ["up", "down", "add", "split", "merge", "remove"],
  annex: ["up", "down", "remove"],
  table: ["up", "down", "add", "remove"],
};

export class Commands {
  constructor(desk, required, say) {
    Object.assign(this, { desk, required, say });
  }

  run(act, key, at, caret = 0) {
    const kind = kindOf(key, at);
    if (!ACTS[kind].includes(act)) return;
    if (act === "up" || act === "down") this.moveTo(key, at, this.index(key, at) + (act === "up" ? -1 : 1));
    else if (kind === "pasal") this.pasal(act, key);
    else if (kind === "ayat" || kind === "huruf") this.row(act, key, at, caret);
    else this.line(act, kind, key, at, caret);
  }

  index(key, at) {
    return at.length ? Number(at.at(-1)) : this.desk.parts.urutan.indexOf(code(key));
  }

  moveTo(key, at, to) {
    const kind = kindOf(key, at);
    const { parts } = this.desk;
    if (kind === "ayat" || kind === "huruf") {
      const [, a, , i = null] = at;
      this.settle(key, rows.move(parts[key].ayat, a, i, to));
      return;
    }
    const list = kind === "pasal" ? parts.urutan : getAt(parts[key], at.slice(0, -1));
    const from = this.index(key, at);
    if (to < 0 || to >= list.length || to === from) return;
    const moved = rows.moved(list, from, to);
    if (kind === "pasal") this.desk.apply({ urutan: moved }, { focus: { key, path: ["title"] } });
    else if (kind === "annex") this.annexes(moved, list, to);
    else this.replace(key, at.slice(0, -1), moved, [...at.slice(0, -1), to]);
    this.say(t("moved_to", { place: to + 1 }));
  }

  row(act, key, at, caret) {
    const [, a, , i = null] = at;
    const { ayat } = this.desk.parts[key];
    if (act === "remove" && this.pointedAt(key, a, i)) this.say(t("reference_lost"));
    this.settle(key, rows[act](ayat, a, i, caret));
  }

  // The new rows of a Pasal, and every reference to them written anew.
  settle(key, result) {
    if (!result) return;
    const { parts } = this.desk;
    const changed = { ...parts, [key]: { ...parts[key], ayat: result.ayat } };
    const followed = follow(changed, "pasal", code(key), result.went);
    const focus = { key, ...result.focus };
    this.desk.apply({ [key]: changed[key], ...followed }, { focus });
  }

  pointedAt(key, a, i) {
    const target = `{pasal:${code(key)}:${a + 1}${i === null ? "" : `:${rows.letter(i)}`}`;
    return JSON.stringify(this.desk.parts).includes(target);
  }

  line(act, kind, key, at, caret) {
    const place = at.slice(0, -1);
    const list = getAt(this.desk.parts[key], place);
    const index = Number(at.at(-1));
    if (kind === "annex") {
      this.annexes(list.filter((_row, i) => i !== index), list, Math.max(0, index - 1));
      return;
    }
    const copy = list.slice();
    let [next, caretAfter] = [index, undefined];
    if (act === "add") copy.splice((next = index + 1), 0, kind === "table" ? list[index].map(() => "") : "");
    else if (act === "remove") copy.splice(index, 1), (next = Math.max(0, index - 1));
    else if (act === "split") {
      copy.splice(index, 1, list[index].slice(0, caret).trimEnd(), list[index].slice(caret).trimStart());
      [next, caretAfter] = [index + 1, 0];
    } else if (act === "merge" && index > 0) {
      copy.splice(index - 1, 2, [list[index - 1], list[index]].filter(Boolean).join(" "));
      [next, caretAfter] = [index - 1, list[index - 1].length + 1];
    } else return;
    this.replace(key, place, copy, [...place, next], caretAfter);
  }

  replace(key, place, list, path, caret) {
    const at = path[1] === "table" ? [...path, 0] : path;
    this.desk.apply({ [key]: setAt(this.desk.parts[key], place, list) }, { focus: { key, path: at, caret } });
  }

  annexes(list, before, focus) {
    const went = new Map(before.map((row, i) => [`${i + 1}`, list.includes(row) ? list.indexOf(row) + 1 : 0]));
    const changed = { ...this.desk.parts, lampiran: list };
    const followed = follow(changed, "lampiran", "", went);
    this.desk.apply({ lampiran: list, ...followed }, { focus: { key: "lampiran", path: [focus, "title"] } });
  }

  pasal(act, key) {
    const { urutan } = this.desk.parts;
    const index = urutan.indexOf(code(key));
    if (act === "add") {
      this.addPasal(`pasal_tambahan_${Date.now().toString(36)}`, "", [{ text: "", huruf: [] }], index);
      return;
    }
    if (this.required[code(key)]) {
      this.say(t("required", { article: this.required[code(key)] }));
      return;
    }
    this.desk.apply({ urutan: urutan.filter((row) => row !== code(key)), [key]: undefined });
    this.say(t("removed_undo"));
  }

  addPasal(clause, title, ayat, after) {
    const urutan = this.desk.parts.urutan.slice();
    urutan.splice(after + 1, 0, clause);
    const key = `pasal-${clause}`;
    this.desk.apply({ urutan, [key]: { title, ayat } }, { focus: { key, path: ["title"] } });
  }

  addAnnex() {
    const list = [...this.desk.parts.lampiran, { title: "", paragraphs: [""], table: [] }];
    this.desk.apply({ lampiran: list }, { focus: { key: "lampiran", path: [list.length - 1, "title"] } });
  }

  // The first row of an empty list.
  begin(key, path) {
    const row = path[0] === "ayat" ? { text: "", huruf: [] } : "";
    const at = path[0] === "ayat" ? ["ayat", 0, "text"] : [...path, 0];
    this.desk.apply({ [key]: setAt(this.desk.parts[key], path, [row]) }, { focus: { key, path: at } });
  }

  // Pasted lines as rows behind the row they were pasted into; what was written there stays.
  pasteRows(key, at, text) {
    const kind = kindOf(key, at);
    const part = this.desk.parts[key];
    const list = at.length > 1 ? getAt(part, at.slice(0, -1)) : part;
    const index = Number(at.at(-1));
    const news = {
      ayat: () => ayatOf(text, false),
      huruf: () => plainLines(text),
      line: () => plainLines(text),
      table: () => cellsOf(text, list[0].length),
    }[kind]?.();
    if (!news || (kind !== "table" && news.length < 2)) return false;
    const empty = { ayat: (row) => !row.text && !row.huruf.length, table: (row) => !row.some(Boolean) };
    const gone = (empty[kind] || ((row) => !row))(list[index]) ? 1 : 0;
    const copy = list.slice();
    copy.splice(index + 1 - gone, gone, ...news);
    if (kind === "table") {
      const width = Math.max(...copy.map((row) => row.length));
      copy.forEach((row, i) => (copy[i] = [...row, ...Array(width - row.length).fill("")]));
    }
    if (kind === "huruf" && copy.length > rows.MOST_HURUF) return false;
    this.desk.apply({ [key]: setAt(part, at.slice(0, -1), copy) }, { focus: { key, path: at } });
    return true;
  }

  // Columns and first rows of a table of a lampiran.
  table(act, index, column = 0) {
    const { table } = this.desk.parts.lampiran[index];
    const width = table[0]?.length || 0;
    const grown = {
      begin: () => [["", ""], ["", ""]],
      column: () => (width < 12 ? table.map((row) => [...row, ""]) : table),
      narrow: () => (width > 1 ? table.map((row) => row.filter((_cell, i) => i !== column)) : []),
    }[act]();
    this.replace("lampiran", [index, "table"], grown, [index, "table", 0]);
  }
}
