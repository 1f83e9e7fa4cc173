/* Doors, help panel, letter size, reading aloud, print, proof. No request leaves the page; nothing a person typed is stored. */
(() => {
  "use strict";
  const START = "start";
  const LOOKING = ["afspraak", "rechten", "mijn-stappen"];
  /* Gradio picks the words of its own parts by the language of the browser, which may be English. */
  for (const [name, value] of [["language", "nl"], ["languages", ["nl"]]]) {
    Object.defineProperty(navigator, name, { get: () => value, configurable: true });
  }
  const root = document.documentElement;
  const senders = new Map(); // panel id -> trigger of its HTML component
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const currentDoor = () => decodeURIComponent(location.hash.slice(1)) || START;

  function show(door, focus) {
    const panels = all(".door-panel");
    if (!panels.length) return;
    const wanted = document.getElementById(door)?.classList.contains("door-panel") ? door : START;
    panels.forEach((panel) => panel.classList.toggle("here", panel.id === wanted));
    root.classList.toggle("at-start", wanted === START);
    all(".doors a").forEach((link) =>
      link.dataset.door === wanted ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current"));
    const heading = one(`#${CSS.escape(wanted)} h1`);
    const name = one(`.doors a[data-door="${CSS.escape(wanted)}"]`)?.textContent.trim();
    document.title = name ? `${name} - Wegwijs` : "Wegwijs"; // never the words of an answer: the browser keeps titles
    if (focus) {
      window.scrollTo(0, 0);
      heading?.setAttribute("tabindex", "-1");
      heading?.focus({ preventScroll: true });
      look(wanted);
    }
  }

  /* A door that somebody walks to shows what other doors learned meanwhile; not when it is opened with something. */
  const stale = new Set();
  let bringing = false;
  function happened(panel) { LOOKING.forEach((door) => door !== panel && stale.add(door)); }
  const drawn = (door) => one(`#${CSS.escape(door)} [data-look]`)?.dataset.look;
  const looking = new Map(); // door -> promise that it was drawn again
  function look(door) {
    const before = drawn(door);
    const typed = all(`#${CSS.escape(door)} form :is(input:not([type=checkbox]), textarea)`).some((box) => box.value !== box.defaultValue);
    if (before && !typed && !bringing && stale.delete(door)) {
      senders.get(door)?.("click", { action: "look", value: "" });
      looking.set(door, again(door, before));
    }
    bringing = false;
  }
  async function again(door, before) {
    for (let turn = 0; turn < 100 && drawn(door) === before; turn += 1) await new Promise((done) => setTimeout(done, 30));
    looking.delete(door);
  }
  /* A click while a door is drawn again would be lost: it waits. */
  function whenDrawn(door, act) { const busy = looking.get(door); if (busy) busy.then(act); else act(); }

  function go(door) {
    if (currentDoor() === door) show(door, true);
    else location.hash = door;
  }

  /* The day in three boxes as YYYY-MM-DD; a day that does not exist is said beside the boxes and gives null. */
  function dayOf(boxes) {
    const [day, month, year] = ["day", "month", "year"].map((part) => Number(one(`[data-part=${part}]`, boxes).value));
    const found = new Date(Date.UTC(year, month - 1, day));
    const exists = year >= 1900 && year < 2200 && found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
    const wrong = one(".wrong", boxes);
    wrong.textContent = exists ? "" : wrong.dataset.wrong;
    if (!exists) one("[data-part=day]", boxes).focus();
    return exists ? found.toISOString().slice(0, 10) : null;
  }

  /* The ticked answers of a question; nothing ticked is said beside the boxes and gives null. */
  function ticked(boxes) {
    const chosen = all("input:checked", boxes).map((box) => box.value);
    const wrong = one(".wrong", boxes);
    wrong.textContent = chosen.length ? "" : wrong.dataset.wrong;
    return chosen.length ? chosen.join("; ") : null;
  }

  /* The words in a box; an empty one gets the focus and gives null. */
  function written(box) {
    const words = box.value.trim();
    if (!words) box.focus();
    return words || null;
  }

  /* An HTML component hands us its trigger; a click on [data-action] becomes a Gradio event. */
  function connect(element, trigger) {
    const panel = element.closest(".door-panel");
    if (panel) senders.set(panel.id, trigger);
    element.dataset.connected = "yes"; // from here on a click is heard
    element.addEventListener("click", (event) => {
      const button = event.target.closest("[data-action]");
      if (!button) return;
      const boxes = button.dataset.valueFrom && document.getElementById(button.dataset.valueFrom);
      const read = boxes?.matches("input") ? written : boxes?.matches("[data-many]") ? ticked : dayOf;
      const value = boxes ? read(boxes) : button.dataset.value ?? "";
      if (value === null) return;
      happened(panel?.id);
      const action = button.dataset.action;
      whenDrawn(panel?.id, () => trigger("click", { action, value }));
    });
  }

  function bigger() {
    const next = (Number(root.dataset.size || 1) % 3) + 1;
    root.dataset.size = String(next);
    try { localStorage.setItem("wegwijs-size", String(next)); } catch { /* a private window has no store */ }
  }

  const dutchVoice = () => window.speechSynthesis?.getVoices().find((voice) => voice.lang.toLowerCase().startsWith("nl"));
  function noteVoices() { root.classList.toggle("can-speak", Boolean(dutchVoice())); }
  function plainWords(part) {
    const copy = part.cloneNode(true);
    const other = root.hasAttribute("data-simple") ? ".level-full" : ".level-simple";
    all(`.tip, .read-only, ${other}`, copy).forEach((extra) => extra.remove());
    return copy.textContent.trim();
  }
  function speak(button) {
    const talking = speechSynthesis.speaking;
    speechSynthesis.cancel();
    if (talking && button.dataset.talking) { delete button.dataset.talking; return; }
    const scope = button.closest("[data-read]") ?? button.closest(".card");
    const words = all(".say", scope).map(plainWords).filter(Boolean).join(" ");
    const spoken = new SpeechSynthesisUtterance(words);
    spoken.lang = "nl-BE"; spoken.voice = dutchVoice(); spoken.rate = 0.9;
    spoken.onend = () => delete button.dataset.talking;
    button.dataset.talking = "yes";
    speechSynthesis.speak(spoken);
  }

  function light(id, on) {
    all(`[data-proof-id="${CSS.escape(id)}"]`).forEach((mark) => mark.classList.toggle("lit", on));
    all(`[data-proof="${CSS.escape(id)}"]`).forEach((claim) => claim.classList.toggle("lit", on));
  }
  function proofOf(target) {
    const found = target.closest?.("[data-proof], [data-proof-id]");
    return found && (found.dataset.proof || found.dataset.proofId);
  }

  const clicks = {
    "[data-door]": (link, event) => { event.preventDefault(); go(link.dataset.door); },
    "[data-skip]": (link, event) => { event.preventDefault(); one(".door-panel.here h1, .door-panel.here h2")?.focus(); },
    "[data-bigger]": bigger,
    "[data-help]": (button) => {
      const panel = document.getElementById("hulp");
      button.dataset.help === "open" ? panel?.showModal() : panel?.close();
    },
    "[data-shut]": (button) => { button.closest("section").hidden = true; },
    "[data-print]": () => window.print(),
    "[data-speak]": speak,
    "[data-reload]": () => location.reload(),
    "[data-open]": (button) => { bringing = true; go(button.dataset.open); senders.get(button.dataset.open)?.("click", { action: "open", value: button.dataset.value }); },
    "[data-show-proof]": (button) => one(`[data-proof-id="${CSS.escape(button.dataset.showProof)}"]`)?.scrollIntoView({ block: "center", behavior: "smooth" }),
  };
  document.addEventListener("click", (event) => {
    for (const [selector, act] of Object.entries(clicks)) {
      const hit = event.target.closest?.(selector);
      if (hit) { act(hit, event); return; }
    }
  });
  for (const [name, on] of [["mouseover", true], ["focusin", true], ["mouseout", false], ["focusout", false]]) {
    document.addEventListener(name, (event) => {
      const id = proofOf(event.target);
      if (id) light(id, on || (name === "mouseout" && proofOf(document.activeElement) === id)); // the focus keeps it lit
    });
  }
  /* Explanations of hard words: a tap opens, Escape shuts while the pointer or the focus stays. */
  document.addEventListener("click", (event) => {
    const word = event.target.closest?.(".explained");
    all(".explained.open").forEach((open) => open !== word && open.classList.remove("open"));
    if (word && event.target.closest(".word")) word.classList.toggle("open");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") all(".explained").forEach((word) => { word.classList.remove("open"); word.classList.add("shut"); });
  });
  for (const name of ["mouseout", "focusout"]) {
    document.addEventListener(name, (event) => event.target.closest?.(".explained")?.classList.remove("shut"));
  }

  /* A new result is read out as one short line and gets the focus, so that nobody has to look for it. */
  let lastStamp = "";
  function announce() {
    const stamped = all(".door-panel.here [data-stamp]");
    const fresh = stamped.find((part) => part.matches("[role=alert]")) ?? stamped.at(-1); // what went wrong stands above the form
    if (!fresh || fresh.dataset.stamp === lastStamp) return;
    lastStamp = fresh.dataset.stamp;
    const heading = one("h1, h2", fresh);
    const live = document.getElementById("meldingen");
    if (live) live.textContent = (heading && plainWords(heading)) ?? fresh.textContent.trim();
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
    const question = fresh.previousElementSibling?.matches(".q") ? fresh.previousElementSibling : fresh;
    const bar = getComputedStyle(one("#kop")).position === "sticky" ? one("#kop").offsetHeight : 0;
    const top = question.getBoundingClientRect().top + scrollY - bar - 20;
    window.scrollTo({ top: Math.max(0, top), behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }

  /* A file that was asked for starts by itself, and so does the way to another door. */
  function startAsked() {
    all(".door-panel [data-auto=yes]").forEach((part) => {
      part.dataset.auto = "started";
      part.click();
    });
  }

  /* The list of procedures shrinks while somebody types. */
  document.addEventListener("input", (event) => {
    if (!event.target.matches?.("[data-filter]")) return;
    const panel = event.target.closest(".door-panel");
    const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = all("[data-filter-text]", panel);
    rows.forEach((row) => { row.hidden = !words.every((word) => row.dataset.filterText.includes(word)); });
    all("[data-filter-group]", panel).forEach((group) => { group.hidden = !one("[data-filter-text]:not([hidden])", group); });
    const left = rows.filter((row) => !row.hidden).length;
    one("[data-filter-none]", panel).hidden = left > 0;
    const count = one("[data-filter-count]", panel);
    count.textContent = words.length ? count.dataset.filterCount.replace("{n}", left) : "";
  });

  /* Gradio names its upload button in English for screen readers; the door brings the Dutch name. */
  function nameUploads() {
    const label = one("[data-upload-label]")?.dataset.uploadLabel;
    if (label) all("#brief-bestand .upload-container, #brief-bestand input[type=file]")
      .forEach((part) => part.getAttribute("aria-label") !== label && part.setAttribute("aria-label", label));
  }

  /* What Gradio reports by itself (too large, wrong kind, server gone) is English: our card says it in Dutch. */
  const REPORTS = [[/maximum allowed size/i, "size"], [/invalid file type/i, "kind"], [/connection|reconnect/i, "lost"]];
  let taken = [];
  function takeOverReports() {
    const reports = all(".toast-body").map((toast) => toast.textContent);
    const fresh = reports.find((words) => !taken.includes(words));
    const place = document.getElementById("storing");
    taken = reports;
    if (!fresh || !place) return;
    const name = REPORTS.find(([pattern]) => pattern.test(fresh))?.[1] ?? "other";
    one("section", place).hidden = false;
    one(".what", place).textContent = place.dataset[name];
  }

  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = all(".door-panel.here details:not([open])");
    opened.forEach((part) => { part.open = true; });
  });
  window.addEventListener("afterprint", () => opened.forEach((part) => { part.open = false; }));
  window.addEventListener("hashchange", () => show(currentDoor(), true));
  window.speechSynthesis?.addEventListener?.("voiceschanged", noteVoices);

  /* Gradio sets the language of the page to that of the browser; the text is Dutch of Belgium. */
  const speakDutch = () => { if (root.lang !== "nl-BE") root.lang = "nl-BE"; };
  new MutationObserver(speakDutch).observe(root, { attributes: true, attributeFilter: ["lang"] });
  root.classList.add("at-start");
  try { const size = localStorage.getItem("wegwijs-size"); if (size) root.dataset.size = size; } catch { /* see bigger */ }
  noteVoices();
  const live = Object.assign(document.createElement("div"), { id: "meldingen", className: "hidden-but-read" });
  live.setAttribute("role", "status");
  document.addEventListener("DOMContentLoaded", () => {
    document.body.append(live);
    let ready = false;
    new MutationObserver(() => {
      if (!ready && one(".door-panel h1")) { ready = true; show(currentDoor(), false); root.classList.add("ready"); }
      if (ready) { startAsked(); nameUploads(); announce(); takeOverReports(); }
    }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["data-stamp", "data-auto"] });
  });
  /* A random name for this tab, so that a reload within ten minutes shows the same scene again. */
  function tab() {
    try {
      let name = sessionStorage.getItem("wegwijs-tab");
      if (!name) sessionStorage.setItem("wegwijs-tab", (name = [...crypto.getRandomValues(new Uint32Array(4))].join("-")));
      return name;
    } catch { return ""; }
  }
  /* For scripts of one door: a Gradio event of its panel. */
  const send = (panel, action, value) => {
    happened(panel);
    whenDrawn(panel, () => senders.get(panel)?.("click", { action, value }));
  };
  window.wegwijs = { connect, send, tab };
})();
