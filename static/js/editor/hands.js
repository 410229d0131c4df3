// Keys, presses, pasting and dragging: each ends in one command, so that all of them do the same.
import { getAt } from "editor/desk";
import { kindOf } from "editor/commands";

const placeOf = (row) => [row.dataset.key, JSON.parse(row.dataset.at)];
const plain = (event) => !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;

export class Hands {
  constructor(root, desk, commands) {
    Object.assign(this, { root, desk, commands });
    root.addEventListener("keydown", (event) => this.key(event));
    root.addEventListener("click", (event) => this.press(event));
    root.addEventListener("paste", (event) => this.paste(event));
    root.addEventListener("pointerdown", (event) => this.grab(event));
  }

  key(event) {
    const row = event.target.closest("[data-row]");
    if (!row) return;
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      this.move(row, event.key === "ArrowUp" ? "up" : "down", event.target);
    } else if (event.target.dataset.path && plain(event)) this.write(event, row);
  }

  // Where the key was pressed decides what moves: in a title and on the handle the whole block, in a row the row.
  move(row, act, from) {
    const [key, at] = placeOf(row);
    const onGrip = from.classList.contains("ed-grip");
    this.commands.run(act, key, at);
    if (onGrip) this.gripAgain(key, at, act);
  }

  gripAgain(key, at, act) {
    const to = at.length ? [...at.slice(0, -1), at.at(-1) + (act === "up" ? -1 : 1)] : at;
    const find = (place) =>
      [...this.root.querySelectorAll(`[data-row][data-key="${CSS.escape(key)}"]`)].find(
        (row) => row.dataset.at === JSON.stringify(place),
      );
    (find(to) || find(at))?.querySelector(".ed-grip")?.focus();
  }

  // Enter begins the next row, Backspace at the very beginning joins the row with the one above.
  write(event, row) {
    const [key, at] = placeOf(row);
    const area = event.target;
    const kind = kindOf(key, at);
    if (event.key === "Enter") {
      event.preventDefault();
      if (["ayat", "huruf", "line"].includes(kind)) this.commands.run("split", key, at, area.selectionStart);
    } else if (event.key === "Backspace" && area.selectionStart === 0 && area.selectionEnd === 0) {
      if (!["ayat", "huruf", "line"].includes(kind)) return;
      event.preventDefault();
      this.commands.run("merge", key, at);
    }
  }

  press(event) {
    const act = event.target.closest("[data-do], [data-grow], [data-table], [data-annex]");
    if (!act) return;
    if (act.dataset.annex) this.commands.addAnnex();
    else if (act.dataset.table) {
      this.commands.table(act.dataset.table, Number(act.dataset.index), Number(act.dataset.column || 0));
    } else if (act.dataset.grow) this.grow(act.dataset.key, JSON.parse(act.dataset.grow));
    else this.act(act);
  }

  act(button) {
    const row = button.closest("[data-row]");
    const [key, at] = placeOf(row);
    const area = row.querySelector("[data-path]");
    this.commands.run(button.dataset.do, key, at, area ? area.selectionStart : 0);
  }

  // A new row at the end of a list.
  grow(key, path) {
    const list = getAt(this.desk.parts[key], path);
    if (list.length) this.commands.run("add", key, [...path, list.length - 1]);
    else this.commands.begin(key, path);
  }

  // Several lines pasted at once become several rows.
  paste(event) {
    const row = event.target.closest("[data-row]");
    const text = event.clipboardData?.getData("text/plain") || "";
    if (!row || !event.target.dataset.path || !/\n|\t/.test(text.trim())) return;
    if (this.commands.pasteRows(...placeOf(row), text.trim(), event.target)) event.preventDefault();
  }

  // The handle is held: mouse, pen and finger alike.
  grab(event) {
    const grip = event.target.closest(".ed-grip");
    if (!grip || event.button) return;
    const row = grip.closest("[data-row]");
    const list = row.parentElement;
    const rows = [...list.children].filter((child) => child.matches("[data-row]"));
    const held = { row, rows, from: rows.indexOf(row), to: rows.indexOf(row), y: event.clientY, moved: false };
    if (held.from < 0) return;
    grip.setPointerCapture(event.pointerId);
    const follow = (next) => this.drag(held, next);
    const end = (last) => {
      grip.removeEventListener("pointermove", follow);
      row.classList.remove("ed-held");
      rows.forEach((each) => each.classList.remove("ed-above", "ed-below"));
      if (last.type === "pointerup" && held.to !== held.from) this.drop(held);
    };
    grip.addEventListener("pointermove", follow);
    grip.addEventListener("pointerup", end, { once: true });
    grip.addEventListener("pointercancel", end, { once: true });
  }

  drag(held, event) {
    if (!held.moved && Math.abs(event.clientY - held.y) < 6) return;
    event.preventDefault();
    held.moved = true;
    held.row.classList.add("ed-held");
    const edge = 70;
    if (event.clientY < edge + 60) window.scrollBy(0, -12);
    if (event.clientY > window.innerHeight - edge) window.scrollBy(0, 12);
    const before = held.rows.filter((row) => {
      const box = row.getBoundingClientRect();
      return row !== held.row && box.top + box.height / 2 < event.clientY;
    }).length;
    held.to = before;
    const others = held.rows.filter((row) => row !== held.row);
    held.rows.forEach((row) => row.classList.remove("ed-above", "ed-below"));
    if (others[before]) others[before].classList.add("ed-above");
    else others.at(-1)?.classList.add("ed-below");
  }

  drop(held) {
    const [key, at] = placeOf(held.row);
    // Pasal stand among other blocks; their own order counts from the first of them.
    this.commands.moveTo(key, at, held.to);
  }
}
