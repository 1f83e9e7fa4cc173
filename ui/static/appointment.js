/* Afspraak: a form becomes one event, files start at once, words are copied. Nothing typed is stored. */
(() => {
  "use strict";
  const DOOR = "afspraak";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  function valuesOf(form) {
    const values = {};
    for (const field of all("[name]", form)) {
      if (field.matches("[type=checkbox]")) {
        values[field.name] ??= [];
        if (field.checked) values[field.name].push(field.value);
      } else if (!field.matches("[type=radio]") || field.checked) values[field.name] = field.value;
    }
    return values;
  }

  document.addEventListener("submit", (event) => {
    const form = event.target.closest?.(`#${DOOR} form[data-gather]`);
    if (!form) return;
    event.preventDefault();
    window.wegwijs.send(DOOR, event.submitter?.dataset.do ?? form.dataset.gather, JSON.stringify(valuesOf(form)));
  });

  async function copy(button) {
    const words = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(words.textContent);
    } catch {
      getSelection().selectAllChildren(words); // no clipboard here: the words are marked, Ctrl+C copies them
      document.execCommand("copy");
    }
    document.getElementById("meldingen").textContent = button.dataset.copied;
    button.querySelector("span").textContent = button.dataset.copied;
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (button) copy(button);
  });

  /* Gradio changes the page in place: a box would keep the tick or the words of the question before. */
  let lastStamp = "";
  function startFresh() {
    const stamp = all(`#${DOOR} [data-stamp]`).at(-1)?.dataset.stamp ?? "";
    if (stamp === lastStamp) return;
    lastStamp = stamp;
    all(`#${DOOR} form`).forEach((form) => form.reset());
  }
  document.addEventListener("DOMContentLoaded", () => {
    new MutationObserver(startFresh)
      .observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-stamp"] });
  });
})();
