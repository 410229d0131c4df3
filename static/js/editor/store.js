// What this browser keeps at once, before the server has it: one entry for each piece and tab, for this person alone.
const TAB = "ksd-tab";

function tabName() {
  try {
    const known = sessionStorage.getItem(TAB) || Math.random().toString(36).slice(2, 10);
    sessionStorage.setItem(TAB, known);
    return known;
  } catch {
    return "tab";
  }
}

export class Store {
  constructor(person, text) {
    this.prefix = `ksd-naskah:${person}:${text}:`;
    this.own = `${this.prefix}${tabName()}:`;
    this.full = false;
  }

  put(key, base, content) {
    try {
      localStorage.setItem(this.own + key, JSON.stringify({ base, content, at: new Date().toISOString() }));
      this.full = false;
    } catch {
      this.full = true;
    }
  }

  drop(key) {
    try {
      localStorage.removeItem(this.own + key);
    } catch {
      /* a browser without a store has nothing to forget */
    }
  }

  // Everything left of this text by any tab of this person, the newest of each piece.
  left() {
    const found = {};
    for (const name of this.names()) {
      const key = name.slice(this.prefix.length).replace(/^[^:]*:/, "");
      try {
        const row = JSON.parse(localStorage.getItem(name));
        if (row && Number.isInteger(row.base) && (!found[key] || found[key].at < row.at)) found[key] = row;
      } catch {
        /* half written: the draft on the server stands */
      }
    }
    return found;
  }

  forget() {
    this.names().forEach((name) => localStorage.removeItem(name));
  }

  names() {
    try {
      return Object.keys(localStorage).filter((name) => name.startsWith(this.prefix));
    } catch {
      return [];
    }
  }
}
