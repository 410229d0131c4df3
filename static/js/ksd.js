// Small comforts on top of pages that work without them.
(function () {
  "use strict";

  // One press is one submit: the server refuses a second one too.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    var question = form.getAttribute("data-confirm");
    if (question && !window.confirm(question)) {
      event.preventDefault();
      return;
    }
    window.setTimeout(function () {
      form.querySelectorAll("button:not([type=button])").forEach(function (button) {
        button.setAttribute("aria-disabled", "true");
        button.disabled = true;
      });
    }, 0);
  });

  // A page brought back from the browser's memory has its buttons again.
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) return;
    document.querySelectorAll("button[aria-disabled=true]").forEach(function (button) {
      button.removeAttribute("aria-disabled");
      button.disabled = false;
    });
  });

  // Open menus close on Escape and on a press elsewhere.
  function closeDrops(except) {
    document.querySelectorAll("details.ksd-drop[open]").forEach(function (drop) {
      if (drop !== except) drop.open = false;
    });
  }
  document.addEventListener("click", function (event) {
    closeDrops(event.target.closest("details.ksd-drop"));
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") closeDrops(null);
  });

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-print]")) window.print();
  });
})();
