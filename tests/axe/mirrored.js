// The page as in a language that is written from right to left: each letter becomes a Hebrew one.
() => {
  document.documentElement.dir = "rtl";
  document.documentElement.lang = "he";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.closest("[dir=ltr], script, textarea"))
      node.data = node.data.replace(/\p{L}/gu, (letter) => String.fromCharCode(0x5d0 + (letter.codePointAt(0) % 27)));
  }
}
