// A signature drawn with a finger or a mouse; kept as a PNG in the form's own field. Without scripts nobody signs here.
(function () {
  "use strict";
  const box = document.querySelector("[data-sign]");
  const field = document.querySelector("[name=signature]");
  if (!box || !field) return;
  const canvas = box.querySelector("canvas");
  const pen = canvas.getContext("2d");
  let last = null;
  box.hidden = false;
  pen.lineWidth = 4;
  pen.lineCap = pen.lineJoin = "round";

  // Where the finger is on the sheet, whatever size the page shows it at.
  function place(event) {
    const seen = canvas.getBoundingClientRect();
    return [((event.clientX - seen.left) * canvas.width) / seen.width, ((event.clientY - seen.top) * canvas.height) / seen.height];
  }

  function line(to) {
    pen.beginPath();
    pen.moveTo(...last);
    pen.lineTo(...to);
    pen.stroke();
    last = to;
  }

  function clear() {
    pen.clearRect(0, 0, canvas.width, canvas.height);
    field.value = "";
  }

  canvas.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    last = place(event);
    line([last[0] + 0.1, last[1]]);
  });
  canvas.addEventListener("pointermove", (event) => last && line(place(event)));
  ["pointerup", "pointercancel"].forEach((name) =>
    canvas.addEventListener(name, () => {
      if (!last) return;
      last = null;
      field.value = canvas.toDataURL("image/png");
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }),
  );
  box.querySelector("button").addEventListener("click", () => {
    clear();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });

  // What was drawn before a reload, or is given back to be mended, is drawn again.
  field.addEventListener("ksd-redraw", () => {
    const kept = field.value;
    pen.clearRect(0, 0, canvas.width, canvas.height);
    if (!kept) return;
    const picture = new Image();
    picture.addEventListener("load", () => pen.drawImage(picture, 0, 0));
    picture.src = kept;
  });
})();
