// What can be done to the ayat and huruf of a Pasal; every act tells where each row went, so that references follow.
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
export const MOST_HURUF = 26;
export const letter = (index) => LETTERS[index];

const fresh = (text) => ({ text, from: [] });
const marked = (ayat) =>
  ayat.map((row, a) => ({
    text: row.text,
    from: [`${a + 1}`],
    huruf: row.huruf.map((text, i) => ({ text, from: [`${a + 1}:${letter(i)}`] })),
  }));

// The rows without marks, and a map from each old place to the new one (null: it is gone).
function finish(before, rows, focus) {
  const went = new Map();
  marked(before).forEach((row) => [row, ...row.huruf].forEach((part) => went.set(part.from[0], null)));
  rows.forEach((row, a) => {
    row.from.forEach((old) => went.set(old, `${a + 1}`));
    row.huruf.forEach((part, i) => part.from.forEach((old) => went.set(old, `${a + 1}:${letter(i)}`)));
  });
  const ayat = rows.map((row) => ({ text: row.text, huruf: row.huruf.map((part) => part.text) }));
  return { ayat, went, focus };
}

const at = (a, i) => (i === null ? ["ayat", a, "text"] : ["ayat", a, "huruf", i]);

export function move(ayat, a, i, to) {
  const rows = marked(ayat);
  const list = i === null ? rows : rows[a].huruf;
  const from = i === null ? a : i;
  if (to < 0 || to >= list.length) return i === null ? null : across(ayat, a, i, to < 0 ? -1 : 1);
  list.splice(to, 0, ...list.splice(from, 1));
  return finish(ayat, rows, { path: i === null ? at(to, null) : at(a, to) });
}

// A huruf moved beyond the first or last one goes to the ayat before or after.
function across(ayat, a, i, step) {
  const rows = marked(ayat);
  const next = rows[a + step];
  if (!next || next.huruf.length >= MOST_HURUF) return null;
  const [part] = rows[a].huruf.splice(i, 1);
  next.huruf.splice(step < 0 ? next.huruf.length : 0, 0, part);
  return finish(ayat, rows, { path: at(a + step, step < 0 ? next.huruf.length - 1 : 0) });
}

export function add(ayat, a, i, text = "") {
  const rows = marked(ayat);
  if (i === null) rows.splice(a + 1, 0, { ...fresh(text), huruf: [] });
  else if (rows[a].huruf.length >= MOST_HURUF) return null;
  else rows[a].huruf.splice(i + 1, 0, fresh(text));
  return finish(ayat, rows, { path: i === null ? at(a + 1, null) : at(a, i + 1), caret: 0 });
}

export function remove(ayat, a, i) {
  const rows = marked(ayat);
  if (i === null) rows.splice(a, 1);
  else rows[a].huruf.splice(i, 1);
  const path = i === null ? at(Math.max(0, a - 1), null) : i > 0 ? at(a, i - 1) : at(a, null);
  return finish(ayat, rows, { path });
}

// Cut a text in two: the second half stands in a row of its own; an ayat keeps its huruf with the second half.
export function split(ayat, a, i, caret) {
  const rows = marked(ayat);
  if (i !== null && rows[a].huruf.length >= MOST_HURUF) return null;
  const row = i === null ? rows[a] : rows[a].huruf[i];
  const rest = fresh(row.text.slice(caret).trimStart());
  row.text = row.text.slice(0, caret).trimEnd();
  if (i === null) {
    const huruf = caret > 0 ? row.huruf : [];
    if (caret > 0) row.huruf = [];
    rows.splice(a + 1, 0, { ...rest, huruf });
    if (caret === 0) [rows[a + 1].huruf, row.huruf] = [row.huruf, []];
  } else rows[a].huruf.splice(i + 1, 0, rest);
  return finish(ayat, rows, { path: i === null ? at(a + 1, null) : at(a, i + 1), caret: 0 });
}

// Put a row behind the one above it.
export function merge(ayat, a, i) {
  const rows = marked(ayat);
  if (i === null && a === 0) return null;
  const list = i === null ? rows : rows[a].huruf;
  const place = i === null ? a : i;
  const above = place > 0 ? list[place - 1] : rows[a];
  const [row] = list.splice(place, 1);
  const caret = above.text.length + (above.text && row.text ? 1 : 0);
  above.text = [above.text, row.text].filter(Boolean).join(" ");
  above.from.push(...row.from);
  if (i === null) above.huruf.push(...row.huruf.slice(0, MOST_HURUF - above.huruf.length));
  const path = i === null ? at(a - 1, null) : i > 0 ? at(a, i - 1) : at(a, null);
  return finish(ayat, rows, { path, caret });
}

export function child(ayat, a) {
  const rows = marked(ayat);
  if (rows[a].huruf.length >= MOST_HURUF) return null;
  rows[a].huruf.push(fresh(""));
  return finish(ayat, rows, { path: at(a, rows[a].huruf.length - 1), caret: 0 });
}

// An ayat becomes the last huruf of the ayat above, with its own huruf behind it.
export function demote(ayat, a) {
  const rows = marked(ayat);
  if (a === 0 || rows[a - 1].huruf.length + rows[a].huruf.length >= MOST_HURUF) return null;
  const [row] = rows.splice(a, 1);
  const above = rows[a - 1].huruf;
  above.push({ text: row.text, from: row.from }, ...row.huruf);
  return finish(ayat, rows, { path: at(a - 1, above.length - row.huruf.length - 1) });
}

// A huruf becomes an ayat; the huruf behind it go with it.
export function promote(ayat, a, i) {
  const rows = marked(ayat);
  const [row, ...rest] = rows[a].huruf.splice(i);
  rows.splice(a + 1, 0, { ...row, huruf: rest });
  return finish(ayat, rows, { path: at(a + 1, null) });
}

export function moved(list, from, to) {
  const copy = list.slice();
  copy.splice(to, 0, ...copy.splice(from, 1));
  return copy;
}
