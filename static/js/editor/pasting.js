// Lines from elsewhere as rows: "(1) …" begins an ayat, "a. …" a huruf, cells are parted by tabs.
const AYAT = /^\(\s*\d{1,3}\s*\)\s*/;
const HURUF = /^[a-z][.)]\s+/;

const linesOf = (text) => text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);

// Ayat read from pasted lines; lines without a mark go on in the same kind of row.
export function ayatOf(text, huruf) {
  const rows = [];
  for (const line of linesOf(text)) {
    const isHuruf = HURUF.test(line) || (huruf && !AYAT.test(line));
    if (isHuruf && (rows.length || huruf)) {
      if (!rows.length) rows.push({ text: "", huruf: [] });
      rows.at(-1).huruf.push(line.replace(HURUF, ""));
    } else rows.push({ text: line.replace(AYAT, ""), huruf: [] });
  }
  return rows;
}

export const plainLines = (text) => linesOf(text).map((line) => line.replace(HURUF, ""));

export function cellsOf(text, width) {
  return linesOf(text).map((line) => {
    const cells = line.split("\t").map((cell) => cell.trim()).slice(0, 12);
    return [...cells, ...Array(Math.max(0, width - cells.length)).fill("")];
  });
}
