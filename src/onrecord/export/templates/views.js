
"use strict";
// Following a line to its words lights all of them, not only the first stretch.
const show = (link) => {
  document.querySelectorAll(".w.on").forEach((one) => one.classList.remove("on"));
  let piece = document.getElementById(link.hash.slice(1));
  const text = piece && piece.parentElement, end = Number(link.dataset.to);
  while (piece && piece.parentElement === text) {
    if (piece.classList.contains("w")) {
      if (Number(piece.id.split("-").pop()) >= end) break;
      piece.classList.add("on");
    }
    piece = piece.nextElementSibling;
  }
};
document.addEventListener("click", (event) => {
  const link = event.target.closest && event.target.closest("a[data-to]");
  if (link) show(link);
});
