/* Mijn stappen: forms become one event, files are read here, downloads start at once, a kept dossier locks when idle.
   Nothing typed is stored in the browser; the boxes of a passphrase are emptied as soon as it is sent. */
(() => {
  "use strict";
  const DOOR = "mijn-stappen";
  const LARGEST = 5_000_000;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  const asData = (file) => new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = failed;
    reader.readAsDataURL(file);
  });

  async function valuesOf(form) {
    const values = {};
    for (const field of all("[name]", form)) {
      const file = field.type === "file" ? field.files[0] : null;
      values[field.name] = field.type !== "file" ? field.value : file && file.size < LARGEST ? await asData(file) : "";
    }
    return values;
  }

  document.addEventListener("submit", async (event) => {
    const form = event.target.closest?.("form[data-send]");
    if (!form) return;
    event.preventDefault();
    const values = await valuesOf(form);
    all("input[type=password], input[data-secret]", form).forEach((field) => { field.value = ""; });
    window.wegwijs.send(DOOR, form.dataset.send, JSON.stringify(values));
  });

  document.addEventListener("change", (event) => {
    if (!event.target.matches?.("[data-reveal]")) return;
    const fields = all("[name=passphrase], [name=again]", event.target.closest("form"));
    fields.forEach((field) => { field.type = event.target.checked ? "text" : "password"; field.dataset.secret = "yes"; });
  });

  document.addEventListener("change", (event) => {
    const name = event.target.type === "file" && event.target.parentElement.querySelector("[data-file-name]");
    if (name && event.target.files[0]) name.textContent = event.target.files[0].name;
  });

  let touched = Date.now();
  for (const name of ["pointerdown", "keydown"]) document.addEventListener(name, () => { touched = Date.now(); }, true);
  setInterval(() => {
    const watched = document.querySelector(`#${DOOR} [data-lock-after]`);
    if (watched && Date.now() - touched > Number(watched.dataset.lockAfter) * 1000) {
      touched = Date.now();
      window.wegwijs.send(DOOR, "lock", "");
    }
  }, 1000);
})();
