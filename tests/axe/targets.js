// What a finger would miss: controls, and links that stand alone, of fewer than so many CSS pixels.
(least) => {
  const touched = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]";
  const blockOf = (node) => {
    let block = node.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    return block;
  };
  // A link in a sentence is as high as its line (the exception of WCAG 2.5.5 and 2.5.8).
  const isInSentence = (link) => {
    if (getComputedStyle(link).display !== "inline") return false;
    const block = blockOf(link);
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (/[\p{L}\p{N}]/u.test(text.data) && !text.parentElement.closest("a") && blockOf(text) === block) return true;
    }
    return false;
  };
  const isSmall = (one) => {
    const box = one.getBoundingClientRect();
    return box.width < least - 0.5 || box.height < least - 0.5;
  };
  const inWords = (one) => {
    const { width, height } = one.getBoundingClientRect();
    const [own, around] = [one, one.parentElement].map((each) => `${each.localName}.${each.className}`);
    return `${own} “${(one.innerText || one.name || "").trim()}” in ${around}: ${Math.round(width)} × ${Math.round(height)} px`;
  };
  return [...document.querySelectorAll(touched)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".skip"))
    .filter((one) => [one, ...(one.labels ?? [])].every(isSmall) && !isInSentence(one))
    .map(inWords);
}
