// What is gone when people choose their own colours and no motion: edges of controls, drawn shapes, stillness.
() => {
  const name = (one) => `${one.localName}.${one.className} “${(one.innerText || one.name || "").trim().slice(0, 40)}”`;
  const seen = (one) => one.checkVisibility({ visibilityProperty: true });
  const hasEdge = ({ borderBlockEndStyle, borderBlockEndWidth, textDecorationLine }) =>
    (borderBlockEndStyle !== "none" && borderBlockEndWidth !== "0px") || textDecorationLine.includes("underline");
  const faults = [];
  for (const one of document.querySelectorAll("button, .button, input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea"))
    if (seen(one) && !hasEdge(getComputedStyle(one))) faults.push(`${name(one)} has no edge in chosen colours`);
  const probe = document.body.appendChild(document.createElement("p"));
  probe.style.backgroundColor = "Canvas";
  const ground = getComputedStyle(probe).backgroundColor;
  probe.remove();
  for (const one of [...document.body.querySelectorAll("*")].filter(seen))
    for (const part of ["::before", "::after"]) {
      const style = getComputedStyle(one, part);
      const isDrawn = style.content.startsWith('""') && style.display !== "none" && (style.clipPath !== "none" || style.maskImage !== "none");
      if (isDrawn && [ground, "rgba(0, 0, 0, 0)"].includes(style.backgroundColor) && style.backgroundImage === "none" && !hasEdge(style))
        faults.push(`${name(one)} loses the shape ${part} in chosen colours`);
    }
  const moving = document.getAnimations().length;
  if (moving) faults.push(`${moving} things move although less motion is asked for`);
  return [...new Set(faults)];
}
