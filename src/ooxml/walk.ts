import type { XmlElement } from "./xml.ts";

/** The first child of this name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** All elements of this name within, in order, each before those within it. */
export function descendants(element: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  eachWithin(element, (each) => {
    if (each.name === name) found.push(each);
  });
  return found;
}

/** Calls for every element within, in order; a call that gives `false` keeps it from going into that element. */
export function eachWithin(element: XmlElement, call: (each: XmlElement) => unknown): void {
  for (const child of element.children) if (call(child) !== false) eachWithin(child, call);
}

/** `w:val` of the first child of this name. */
export function valOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes["w:val"];
}

/** ST_OnOff (17.17.4): there without a value is on. Undefined when it is not there. */
export function flagOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name);
  if (child === undefined) return undefined;
  return !["0", "false", "off"].includes(child.attributes["w:val"] ?? "1");
}
