// Before Tab is held down: whom it should reach, and how each of them looks without the focus.
// `window.walked()` then tells what went wrong on the way.
// The shell is the same on every page: unless the `whole` is asked for, only what lies between counts.
(whole) => {
  const stops = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
  const start = (!whole && document.querySelector("main")) || document.body;
  const follows = (one) => start.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
  const belongs = (one) => whole || (follows(one) && !one.closest("footer"));
  // Tab stops once at a group of radio buttons.
  const groupOf = (one) => (one.type === "radio" ? `${[...document.forms].indexOf(one.form)} ${one.name}` : one);
  const name = (one) => `${one.localName}.${one.className} “${(one.innerText || one.name || one.id).trim()}”`;
  const around = (one) => [one, ...(one.labels ?? [])];
  const ring = (one) => around(one).map((each) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(each);
    return outlineStyle === "none" ? boxShadow : outlineWidth + outlineColor + boxShadow;
  }).join();

  start.tabIndex = -1;
  start.focus();
  const expected = [...document.querySelectorAll(stops)].filter((one) =>
    one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }) && belongs(one));
  const before = new Map(expected.map((one) => [one, ring(one)]));
  const faults = new Set();
  const met = new Set();
  let last = start;
  let isOut = false;

  const visiblePart = (one) => [...one.getClientRects()]
    .map((box) => [Math.max(box.left, 0), Math.min(box.right, innerWidth), Math.max(box.top, 0), Math.min(box.bottom, innerHeight)])
    .find(([left, right, top, bottom]) => right > left && bottom > top);
  const examine = (one) => {
    if (before.get(one) === ring(one)) faults.add(`${name(one)} does not show that it has the focus`);
    const part = visiblePart(one);
    if (!part) return faults.add(`${name(one)} has the focus out of sight`);
    const [left, right, top, bottom] = part;
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    if (!around(one).some((each) => each.contains(hit))) faults.add(`${name(one)} has the focus and is covered`);
  };
  // The next press sees where the last one led, when all has moved to its place.
  addEventListener("keydown", () => {
    const one = document.activeElement;
    if (isOut || one === last) return;
    isOut = one === document.body || met.has(groupOf(one)) || !belongs(one);
    if (isOut) return;
    if (!(last.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)) faults.add(`${name(one)} comes after ${name(last)}`);
    met.add(groupOf(one));
    examine(one);
    last = one;
  }, true);
  window.walked = () => {
    for (const one of expected) if (!met.has(groupOf(one))) faults.add(`${name(one)} is not reached by Tab`);
    if (before.size > 1 && !isOut) faults.add(`Tab does not get out after ${name(last)}`);
    return [...faults];
  };
  // A date or a time is typed in parts, each a stop of its own.
  const parts = expected.filter((one) => /date|time/.test(one.type)).length * 6;
  return new Set(expected.map(groupOf)).size + parts + 2;
}
