// A little convenience: every page works without it. Reads and writes nothing but the page itself.
"use strict";

for (const form of document.querySelectorAll("form[data-submit]")) {
  form.addEventListener("change", () => form.requestSubmit());
  form.addEventListener("submit", () => { for (const field of form.elements) if (!field.value) field.disabled = true; });
}

// The days of a story as a slider.
const rail = document.querySelector("nav.days");
if (rail) {
  const stops = [...rail.querySelectorAll("a")];
  const at = stops.findIndex(a => a.hasAttribute("aria-current"));
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", min: 0, max: stops.length - 1, value: at < 0 ? stops.length - 1 : at });
  const say = () => slider.setAttribute("aria-valuetext", stops[slider.value].textContent);
  slider.setAttribute("aria-label", "As it stood on");
  slider.addEventListener("input", () => { say(); stops.forEach((a, i) => a.classList.toggle("later", i > slider.value)); });
  slider.addEventListener("change", () => { location.href = stops[slider.value].href; });
  say();
  rail.prepend(slider);
}

// A link into a closed part opens it.
const reveal = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let part = target && target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  if (target) target.scrollIntoView();
};
addEventListener("hashchange", reveal);
reveal();

// Keys: j and k go through the entries of a list, enter opens, ? shows the keys.
const rows = [...document.querySelectorAll("[data-rows] > li")];
const keys = document.getElementById("keys");
let row = -1;
const go = to => {
  if (!rows.length) return;
  row = Math.max(0, Math.min(rows.length - 1, to));
  const link = rows[row].querySelector("a");
  link.focus({ preventScroll: true });
  rows[row].scrollIntoView({ block: "nearest" });
};
for (const [i, item] of rows.entries()) item.addEventListener("focusin", () => { row = i; });
for (const button of document.querySelectorAll("[data-keys]")) { button.hidden = false; button.addEventListener("click", () => keys.showModal()); }
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog")) return;
  if (event.key === "j") go(row + 1);
  else if (event.key === "k") go(row - 1);
  else if (event.key === "/" && document.querySelector("[data-find]")) { event.preventDefault(); document.querySelector("[data-find]").focus(); }
  else if (event.key === "?" && keys) keys.showModal();
});
