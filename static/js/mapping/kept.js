// What was typed into a form of the mapping is kept in this browser until the server has it.
// Loaded wherever such a form may lead: once one has arrived somewhere else, what was sent is forgotten here.
(function () {
  "use strict";
  const SENT = "ksd-pemetaan-terkirim";
  const PLACE = (key) => `ksd-pemetaan:${key}`;
  const memory = {};

  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(PLACE(key))) ?? memory[key] ?? null;
    } catch {
      return memory[key] ?? null;
    }
  }

  function keep(key, value) {
    memory[key] = value;
    try {
      localStorage.setItem(PLACE(key), JSON.stringify(value));
    } catch {
      /* a full or closed store: this tab still remembers */
    }
  }

  function drop(key) {
    delete memory[key];
    try {
      localStorage.removeItem(PLACE(key));
    } catch {
      /* nothing was stored */
    }
  }

  function sent(key) {
    try {
      sessionStorage.setItem(SENT, key);
    } catch {
      /* it will be offered once more */
    }
  }

  window.ksdKept = { read, keep, drop, sent };

  const form = document.querySelector("form[data-kept]");
  let last = null;
  try {
    last = sessionStorage.getItem(SENT);
    sessionStorage.removeItem(SENT);
  } catch {
    return;
  }
  // The same form again means that it was refused.
  const refused = document.querySelector(".ksd-error") || (form && form.dataset.kept === last && "refused" in form.dataset);
  if (last && !refused) drop(last);
})();
