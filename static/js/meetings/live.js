// Live pages of a meeting: ask briefly whether anything is new, put in only what differs, count by the server's clock.
(function () {
  "use strict";
  const QUICK = { meja: 1400, layar: 1500, telepon: 1700, rumusan: 1700, tautan: 1700 };
  const HIDDEN = 15000;
  const LONGEST = 30000;
  const live = document.querySelector("[data-live]");
  const held = document.querySelector("[data-held]");
  const net = document.querySelector("[data-net]");
  if (!live && !held) return;

  const view = live ? live.dataset.view : "tautan";
  let misses = 0;
  let timer = 0;
  let busy = false;
  let mark = held ? held.dataset.mark : "";
  // The phone's own clock is never asked: only how long ago the server told its time.
  let told = { server: Number(live ? live.dataset.now : 0), at: performance.now() };

  const serverNow = () => told.server + (performance.now() - told.at);

  function two(number) {
    return String(number).padStart(2, "0");
  }

  function tick() {
    document.querySelectorAll("[data-begun]").forEach((spot) => {
      const ends = Number(spot.dataset.begun) + Number(spot.dataset.minutes) * 60000;
      const left = Math.round((ends - serverNow()) / 1000);
      const size = Math.abs(left);
      const hours = Math.floor(size / 3600);
      const words = (hours ? `${hours}:` : "") + `${two(Math.floor((size % 3600) / 60))}:${two(size % 60)}`;
      const shown = spot.querySelector("[data-left]");
      if (shown) shown.textContent = left < 0 ? `${words} ${spot.dataset.over}` : words;
      spot.classList.toggle("over", left < 0);
      spot.classList.toggle("soon", left >= 0 && left <= 120);
    });
  }

  function put(html) {
    const fresh = new DOMParser().parseFromString(html, "text/html");
    const focused = document.activeElement && document.activeElement.id;
    fresh.querySelectorAll("[data-part]").forEach((part) => {
      const old = live.querySelector(`[data-part="${part.dataset.part}"]`);
      if (!old) live.append(document.importNode(part, true));
      else if (old.outerHTML !== part.outerHTML) old.replaceWith(document.importNode(part, true));
    });
    const again = focused && !document.body.contains(document.activeElement) && document.getElementById(focused);
    if (again) again.focus();
    tick();
    document.dispatchEvent(new CustomEvent("ksd-live"));
  }

  function address() {
    if (held) return `${held.dataset.held}?mark=${encodeURIComponent(mark)}`;
    const asked = new URLSearchParams({ pulse: live.dataset.pulse, state: live.dataset.state, view, mark });
    return `${live.dataset.live}?${asked}`;
  }

  function arrived(answer, body) {
    told = { server: Number(answer.headers.get("X-KSD-Now")) || serverNow(), at: performance.now() };
    const newMark = answer.headers.get("X-KSD-Mark");
    if (live) {
      live.dataset.pulse = answer.headers.get("X-KSD-Pulse") || live.dataset.pulse;
      live.dataset.state = answer.headers.get("X-KSD-State") || live.dataset.state;
      if (answer.status === 200) put(body);
    } else if (answer.status === 200) {
      document.querySelector("[data-newer]").hidden = false;
    }
    if (newMark && live) mark = newMark;
    misses = 0;
    say("");
  }

  let heldUntil = 0;

  // A refusal stays long enough to be read, whatever the next poll says.
  function refuse(words) {
    say(words);
    heldUntil = performance.now() + 8000;
  }

  function say(words) {
    if (!net || (performance.now() < heldUntil && !words)) return;
    net.textContent = words;
    net.hidden = !words;
  }

  async function ask() {
    window.clearTimeout(timer);
    if (busy) return;
    busy = true;
    try {
      const answer = await fetch(address(), { headers: { "X-KSD-Live": "1" }, redirect: "manual", cache: "no-store" });
      if (answer.type === "opaqueredirect" || answer.status === 404) {
        say(net ? net.dataset.out || "" : "");
        misses = 5;
      } else if (answer.ok) arrived(answer, answer.status === 200 ? await answer.text() : "");
      else throw new Error(String(answer.status));
    } catch {
      misses += 1;
      if (misses > 1 && net) say(net.dataset.away);
    } finally {
      busy = false;
    }
    // A room full of phones does not ask in one breath.
    const pause = misses ? Math.min(QUICK[view] * 2 ** misses, LONGEST) : document.hidden ? HIDDEN : QUICK[view];
    timer = window.setTimeout(ask, pause * (0.9 + Math.random() * 0.2));
  }

  window.addEventListener("online", ask);
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  document.addEventListener("ksd-sent", ask);

  // A press on an item's button changes the page in place; without scripts it is an ordinary form.
  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("[data-live-form]");
    if (!form) return;
    event.preventDefault();
    const button = form.querySelector("button");
    if (button.disabled) return;
    button.disabled = true;
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { "X-KSD-Live": "1" } });
      const wrong = answer.status >= 400 && (await answer.json()).errors;
      if (wrong) refuse(wrong.join(" "));
      live.dataset.pulse = "";
    } catch {
      say(net.dataset.away);
    }
    button.disabled = false;
    window.setTimeout(ask, 0);
  }, true);

  tick();
  window.setInterval(tick, 500);
  timer = window.setTimeout(ask, QUICK[view]);
})();
