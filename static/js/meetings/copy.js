// Buttons that copy a field; without scripts the field is marked and copied by hand.
(function () {
  "use strict";
  document.querySelectorAll("[data-copies]").forEach(function (button) {
    var field = document.getElementById(button.getAttribute("data-copies"));
    if (!field || !navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(field.value).then(function () {
        button.querySelector("span").textContent = button.getAttribute("data-copied");
      });
    });
  });
})();
