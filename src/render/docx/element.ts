import type { IContext, IXmlableObject, XmlComponent } from "docx";
import { FileChild, ImageRun } from "docx";

export type AttributeValue = string | number | undefined;
export type Child = XmlComponent | string;

/**
 * Any element of WordprocessingML. `docx` has classes for many of them, but not for all that we write, and its classes write
 * formatting where we want styles; it keeps the package, its relationships, its media and its sections for us.
 */
class Element extends FileChild {
  public readonly name: string;
  public readonly attributes: Record<string, AttributeValue>;

  public constructor(
    name: string,
    attributes: Readonly<Record<string, AttributeValue>> | undefined,
    children: readonly (Child | undefined)[],
  ) {
    super(name);
    this.name = name;
    const given = Object.entries(attributes ?? {}).filter(([, value]) => value !== undefined);
    this.attributes = Object.fromEntries(given);
    // `docx` reads attributes from a child of this shape (its type is not exported).
    if (given.length > 0) this.root.push({ _attr: this.attributes } as unknown as string);
    for (const child of children) if (child !== undefined) this.root.push(child);
  }

  public get elements(): readonly Element[] {
    return this.root.filter((child) => child instanceof Element);
  }
  public get isTall(): boolean {
    return hasTallRuns(this.root as readonly Child[]);
  }
  public add(child: Child, at = this.root.length): void {
    this.root.splice(at, 0, child);
  }
  public addAfter(child: Child, before: Element | undefined): void {
    this.add(child, before === undefined ? 0 : this.root.indexOf(before) + 1);
  }
  public remove(child: Element): void {
    this.root.splice(this.root.indexOf(child), 1);
  }
}

/** Relationship of a hyperlink, made when the part that holds it is written. */
class Relationship extends Element {
  private readonly url: string;
  private readonly key: string;
  public constructor(
    url: string,
    key: string,
    tooltip: string | undefined,
    children: readonly Child[],
  ) {
    super("w:hyperlink", { "r:id": `rId${key}`, "w:history": 1, "w:tooltip": tooltip }, children);
    this.url = url;
    this.key = key;
  }
  public override prepForXml(context: IContext): IXmlableObject | undefined {
    context.viewWrapper.Relationships.addRelationship(
      this.key,
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
      this.url,
      "External",
    );
    return super.prepForXml(context);
  }
}

/** `element("w:p", undefined, …)`; undefined attributes and children are left out. */
export function element(
  name: string,
  attributes?: Readonly<Record<string, AttributeValue>>,
  ...children: readonly (Child | undefined)[]
): FileChild {
  return new Element(name, attributes, children);
}

/** `<w:name w:val="value"/>` */
export function valued(name: string, value: string | number): FileChild {
  return element(name, { "w:val": value });
}

/** `key` is unique in the document: relationship ids are made from it. */
export function externalLink(
  url: string,
  key: string,
  tooltip: string | undefined,
  children: readonly Child[],
): FileChild {
  return new Relationship(url, key, tooltip, children);
}

export function isParagraph(child: FileChild): boolean {
  return child instanceof Element && child.name === "w:p";
}

export function isTable(child: FileChild): boolean {
  return child instanceof Element && child.name === "w:tbl";
}

/** Whether it is such a mark (see marks.ts), or any mark. */
export function isMark(child: FileChild, name = ""): boolean {
  return child instanceof Element && child.name.startsWith(`mark:${name}`);
}

/** Adds a property right after the style of a paragraph that was made here. */
export function addAfterStyle(child: FileChild, property: Child): void {
  const properties = ours(child).elements[0];
  properties?.addAfter(property, properties.elements[0]);
}

/** Adds to the end of the properties of a paragraph that was made here; they are its first element. */
export function addProperty(child: FileChild, property: Child): void {
  const properties = ours(child).elements[0];
  if (properties === undefined) throw new Error("Bug: a paragraph without properties.");
  properties.add(property);
}

/** Adds a run before all others of a paragraph that was made here. */
export function addFirst(child: FileChild, run: Child): void {
  const whole = ours(child);
  whole.addAfter(run, whole.elements[0]);
}

/** Whether something taller than a line of text may stand in these runs: a picture or a formula. */
export function hasTallRuns(children: readonly Child[]): boolean {
  return children.some(
    (child) =>
      child instanceof ImageRun ||
      (child instanceof Element && (child.name.startsWith("m:oMath") || child.isTall)),
  );
}

/** The style of a paragraph of ours. */
export function styleOf(child: FileChild): string | undefined {
  const style = styleElement(child);
  return style === undefined ? undefined : String(style.attributes["w:val"]);
}

/** Gives a paragraph of ours another style. */
export function restyle(child: FileChild, style: string): void {
  const element = styleElement(child);
  if (element !== undefined) element.attributes["w:val"] = style;
}

function styleElement(child: FileChild): Element | undefined {
  if (!isParagraph(child)) return undefined;
  return ours(child).elements[0]?.elements.find(({ name }) => name === "w:pStyle");
}

/** Other character styles for the runs within, or none where `styleFor` gives undefined. */
export function restyleRuns(
  children: readonly Child[],
  styleFor: (style: string) => string | undefined,
): void {
  for (const child of children) {
    if (!(child instanceof Element)) continue;
    if (child.name !== "w:rPr") {
      restyleRuns(child.elements, styleFor);
      continue;
    }
    const style = child.elements.find(({ name }) => name === "w:rStyle");
    if (style === undefined) continue;
    const other = styleFor(String(style.attributes["w:val"]));
    if (other === undefined) child.remove(style);
    else style.attributes["w:val"] = other;
  }
}

function ours(child: FileChild): Element {
  if (!(child instanceof Element)) throw new Error("Bug: not an element of ours.");
  return child;
}
