/* "Nog eenvoudiger": two levels of a text stand in the page, the switch shows one. It is remembered until the tab closes. */
(() => {
  "use strict";
  const KEY = "wegwijs-simpler";
  const root = document.documentElement;
  const label = (button) => button.setAttribute("aria-pressed", String(root.hasAttribute("data-simple")));
  const labels = () => document.querySelectorAll("[data-simpler]").forEach(label);

  function show(simple) {
    root.toggleAttribute("data-simple", simple);
    labels();
    try { sessionStorage.setItem(KEY, simple ? "yes" : "no"); } catch { /* a private window has no store */ }
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-simpler]")) show(!root.hasAttribute("data-simple"));
  });
  try { root.toggleAttribute("data-simple", sessionStorage.getItem(KEY) === "yes"); } catch { /* see show */ }
  document.addEventListener("DOMContentLoaded", () => {
    labels();
    new MutationObserver(() => document.querySelectorAll("[data-simpler]:not([aria-pressed])").forEach(label))
      .observe(document.body, { childList: true, subtree: true });
  });
})();
