// What carries data-live comes anew when something has happened: elava/journal/live.py.
const PAUSE = 2000;
const lost = document.querySelector("[data-live-lost]");
let tag = "";

async function look() {
  const headers = tag ? { "If-None-Match": tag } : {};
  const answer = await fetch(location.href, { headers, cache: "no-store" });
  if (answer.status === 304) return;
  if (!answer.ok) throw answer;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  tag = answer.headers.get("ETag") || "";
  for (const old of document.querySelectorAll("[data-live]")) {
    const fresh = page.getElementById(old.id);
    if (!fresh || fresh.innerHTML === old.innerHTML) continue;
    if (old.contains(document.activeElement)) tag = "";
    else old.replaceWith(fresh);
  }
}

async function watch() {
  try {
    if (!document.hidden) await look();
    if (lost) lost.hidden = true;
  } catch {
    if (lost) lost.hidden = false;
  }
  setTimeout(watch, PAUSE);
}

setTimeout(watch, PAUSE);
