// The editor of a text: it takes the place of the plain forms as soon as it has the text, and not before.
import { Commands } from "editor/commands";
import { decide } from "editor/deciding";
import { Desk } from "editor/desk";
import { Hands } from "editor/hands";
import { Line } from "editor/line";
import { Page } from "editor/page";
import { Restoring } from "editor/restoring";
import { Store } from "editor/store";
import { Sync } from "editor/sync";
import { clashDialog, fallbackPicker } from "editor/dialogs";
import { t } from "editor/dom";
import { Toolbar } from "editor/toolbar";

const meja = document.getElementById("meja");
const titles = (desk) =>
  Object.fromEntries(Object.entries({ ...desk.newest, ...desk.parts })
    .filter(([key, part]) => key.startsWith("pasal-") && part).map(([key, part]) => [key.slice(6), part.title]));

async function open() {
  const line = new Line({ isi: meja.dataset.isi, draf: meja.dataset.draf, simpan: meja.dataset.simpan, hadir: meja.dataset.hadir });
  const state = await line.state();
  const desk = new Desk(state);
  const store = new Store(state.person.id, meja.dataset.naskah);
  const restoring = new Restoring(desk, store, line, state);
  const values = new Map(state.tokens.map(({ code, value }) => [code, value]));
  const sync = new Sync(desk, store, line);
  const blocks = document.getElementById("meja-isi");
  const page = new Page(blocks, desk, { required: state.required, values, fallbacks: state.fallbacks });
  const toolbar = new Toolbar(meja, { desk, page, sync, values, state });
  const commands = new Commands(desk, state.required, (words) => toolbar.say(words));
  toolbar.commands = commands;
  new Hands(blocks, desk, commands);

  blocks.addEventListener("click", (event) => {
    const key = event.target.closest("[data-cadangan]")?.dataset.cadangan;
    if (!key) return;
    fallbackPicker(state.fallbacks[key.slice(6)], (ayat) =>
      desk.apply({ [key]: { ...desk.parts[key], ayat } }, { focus: { key, path: ["ayat", 0, "text"] } }));
  });

  async function save(note) {
    const clashes = await sync.save(note);
    if (clashes) settle(clashes, note);
    return !clashes;
  }

  function settle(clashes, note) {
    clashDialog(clashes, titles(desk), async (choices) => {
      await sync.refresh();
      const writesOn = decide(desk, choices, (clash) => page.showBeside(clash));
      if (!writesOn) save(note);
    });
  }

  sync.addEventListener("elsewhere", ({ detail }) => {
    const clashes = detail.map((row) => ({
      ...row, label: t("piece"), mine: desk.parts[row.key] ?? null, theirs: row.content, by: t("other_device"),
    }));
    clashDialog(clashes, titles(desk), (choices) => {
      for (const [row, choice] of choices) {
        sync.stamps[row.key] = row.stamp;
        if (choice === "theirs") desk.decide(row.key, row.theirs, row.base);
        if (choice === "both") page.showBeside(row);
      }
      sync.flush();
    });
  });

  toolbar.onsave = save;
  document.body.classList.add("ed-open");
  meja.hidden = false;
  document.getElementById("bentuk-sederhana").hidden = true;
  restoring.offer(sync, page);
  sync.beat("");
  meja.dataset.siap = "ya";
}

// A fault of ours leaves the plain forms standing.
if (meja && !new URLSearchParams(location.search).has("sederhana")) open().catch((error) => console.warn(error));
