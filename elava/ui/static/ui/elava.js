// Nothing here is needed: without it every page still works. It keeps a draft, prints, and copies.
const AGE = 24 * 60 * 60 * 1000; // a shared device forgets by the next day
const PREFIX = "elava.draft.";

const memory = (() => {
  try {
    localStorage.getItem(PREFIX);
    return localStorage;
  } catch {
    return null;
  }
})();

function read(key) {
  try {
    const kept = JSON.parse(memory.getItem(key));
    return kept && Date.now() - kept.at < AGE ? kept.words : null;
  } catch {
    return null;
  }
}

function forget(matches) {
  for (const key of Object.keys(memory)) if (key.startsWith(PREFIX) && matches(key)) memory.removeItem(key);
}

function keepDraft(form) {
  const key = PREFIX + form.dataset.draft;
  const areas = [...form.querySelectorAll("textarea[name]")];
  const kept = read(key) || {};
  for (const area of areas) if (!area.value && kept[area.name]) area.value = kept[area.name];
  form.addEventListener("input", () => {
    const words = Object.fromEntries(areas.filter((area) => area.value).map((area) => [area.name, area.value]));
    try {
      memory.setItem(key, JSON.stringify({ at: Date.now(), words }));
    } catch {
      // a full or closed store only means that there is no draft
    }
  });
}

if (memory) {
  forget((key) => !read(key));
  for (const done of document.querySelectorAll("[data-draft-done]")) forget((key) => key === PREFIX + done.dataset.draftDone);
  if (document.querySelector("[data-forget-drafts]")) forget(() => true);
  document.querySelectorAll("form[data-draft]").forEach(keepDraft);
}

// Browsers that do not focus the summary by its autofocus attribute get it here.
addEventListener("load", () => document.activeElement === document.body && document.querySelector(".errors")?.focus());

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText((source.value ?? source.textContent).trim());
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    button.after(said);
    said.textContent = " " + (button.dataset.copied || "✓");
  });
}
