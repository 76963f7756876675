// A soft clock: how long the item has been on the table. Nothing ends when it has run.
function show() {
  for (const place of document.querySelectorAll("[data-since]")) {
    const since = Date.parse(place.dataset.since);
    if (Number.isNaN(since)) continue;
    const seconds = Math.max(0, Math.floor((Date.now() - since) / 1000));
    place.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }
}

show();
setInterval(show, 1000);
