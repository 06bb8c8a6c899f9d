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
  if (!target) return;
  target.scrollIntoView();
  if (!target.id.startsWith("k-")) return;
  const at = target.matches("h3") ? target.nextElementSibling : target; // what is to be decided there, ready to be chosen
  const first = at && at.querySelector("button, select, input:not([type=hidden]), a");
  if (first) first.focus();
};
addEventListener("hashchange", reveal);
addEventListener("load", () => setTimeout(reveal)); // after the browser's own jump, which takes the focus away

// Keys: j and k go through the items of a page, enter opens, letters correct the item in focus, ? shows the keys.
const keys = document.getElementById("keys");
const shown = e => e.checkVisibility(); // not in a closed part
const items = () => [...document.querySelectorAll("[data-rows] > li, [data-item]")].filter(shown);
const inFocus = () => document.activeElement.closest("[data-rows] > li, [data-item]");
const go = step => {
  const all = items(), to = all[Math.max(0, Math.min(all.length - 1, all.indexOf(inFocus()) + step))];
  if (!to) return;
  const link = to.querySelector("a, button, summary");
  if (link) link.focus({ preventScroll: true });
  to.scrollIntoView({ block: "nearest" });
};
const correct = key => {
  const item = document.activeElement.closest("[data-item]") || document.querySelector("[data-item]");
  const own = item ? [...item.querySelectorAll("[data-key], a.fix")].filter(e => e.closest("[data-item]") === item) : [];
  const more = own.find(e => e.matches("a")), act = key === "c" ? more : own.find(e => e.dataset.key === key);
  if (act) act.click();
  else if (more) location.href = more.href.split("#")[0] + "#k-" + key;
  else if (document.getElementById("k-" + key)) { location.hash = ""; location.hash = "k-" + key; }
};
for (const button of document.querySelectorAll("[data-keys]")) { button.hidden = false; button.addEventListener("click", () => keys.showModal()); }
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog")) return;
  const find = document.querySelector("[data-find]"), undo = document.querySelector("[data-key='u']");
  if (event.key === "j") go(1);
  else if (event.key === "k") go(-1);
  else if (event.key === "/") { event.preventDefault(); if (find) find.focus(); else location.href = "/search"; }
  else if (event.key === "?") keys.showModal();
  else if (event.key === "u" && undo) undo.click();
  else if ("cxsemqtgpn".includes(event.key)) correct(event.key);
});
