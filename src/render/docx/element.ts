import type { FileChild, IContext, IXmlableObject, XmlComponent } from "docx";
import { ImageRun } from "docx";

export type AttributeValue = string | number | undefined;
export type Child = XmlComponent | string;

type Attributes = Readonly<Record<string, AttributeValue>>;

/**
 * Any element of WordprocessingML. `docx` has classes for many of them, but not for all that we write, and its classes write
 * formatting where we want styles; it keeps the package, its relationships, its media and its sections for us. It takes whatever
 * has `prepForXml`, so this is no child of its classes: a table has half a million elements, which are to be small.
 */
export class Element {
  public readonly rootKey: string;
  private given: Attributes | undefined;
  private readonly children: Child[];

  public constructor(name: string, attributes: Attributes | undefined, children: Child[]) {
    this.rootKey = name;
    this.given = attributes;
    this.children = children;
  }

  public get name(): string {
    return this.rootKey;
  }
  public get attributes(): Attributes {
    return this.given ?? {};
  }
  public get contents(): readonly Child[] {
    return this.children;
  }
  public get elements(): readonly Element[] {
    return this.children.filter((child): child is Child & Element => child instanceof Element);
  }
  public set(attribute: string, value: string): void {
    this.given = { ...this.given, [attribute]: value };
  }
  public add(child: Child, at?: number): void {
    this.children.splice(at ?? this.children.length, 0, child);
  }
  public addAfter(child: Child, before: Element | undefined): void {
    this.add(child, before === undefined ? 0 : this.children.indexOf(inDocx(before)) + 1);
  }
  public remove(child: Element): void {
    this.children.splice(this.children.indexOf(inDocx(child)), 1);
  }
  /** Whether the part has to be told of it when it is written. */
  public get isKnownToPart(): boolean {
    return false;
  }
  public register(_context: IContext): void {}
  /** As `docx` wants it; the body of the document is written by body.ts. */
  public prepForXml(context: IContext): IXmlableObject | undefined {
    this.register(context);
    const attributes = Object.entries(this.attributes).filter(([, value]) => value !== undefined);
    const content: unknown[] = this.children
      .map((child) => (typeof child === "string" ? child : child.prepForXml(context)))
      .filter((child) => child !== undefined);
    const given = { _attr: Object.fromEntries(attributes) };
    if (attributes.length > 0 && content.length === 0) return { [this.rootKey]: given };
    if (attributes.length > 0) content.unshift(given);
    return { [this.rootKey]: content.length > 0 ? content : {} } as IXmlableObject;
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
    const attributes = { "r:id": `rId${key}`, "w:history": 1, "w:tooltip": tooltip };
    super("w:hyperlink", attributes, [...children]);
    this.url = url;
    this.key = key;
  }
  public override get isKnownToPart(): boolean {
    return true;
  }
  public override register(context: IContext): void {
    context.viewWrapper.Relationships.addRelationship(
      this.key,
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
      this.url,
      "External",
    );
  }
}

/** An element whose text is made already; `docx` is never given one. */
export class Written extends Element {
  public readonly text: string;
  public constructor(name: string, text: string) {
    super(name, undefined, []);
    this.text = text;
  }
  public override prepForXml(): never {
    throw new Error("Bug: the text of an element within a part that `docx` writes.");
  }
}

/** The type of `docx` for its elements cannot be had without its fields. */
function inDocx(element: Element): FileChild {
  return element as unknown as FileChild;
}

/** `element("w:p", undefined, …)`; undefined attributes and children are left out. */
export function element(
  name: string,
  attributes?: Readonly<Record<string, AttributeValue>>,
  ...children: readonly (Child | undefined)[]
): FileChild {
  return inDocx(
    new Element(
      name,
      attributes,
      children.filter((child) => child !== undefined),
    ),
  );
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
  return inDocx(new Relationship(url, key, tooltip, children));
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

/** Adds to the end of a paragraph that was made here. */
export function addLast(child: FileChild, run: Child): void {
  ours(child).add(run);
}

/** Adds before the last of what prints in a paragraph that was made here; a field is one thing. */
export function addBeforeLast(child: FileChild, mark: Child): void {
  const { contents } = ours(child);
  let open = 0;
  const at = contents.findLastIndex((each) => {
    if (!(each instanceof Element) || each.name.startsWith("w:bookmark")) return false;
    const field = each.elements.find(({ name }) => name === "w:fldChar");
    const type = field?.attributes["w:fldCharType"];
    if (type === "end") open += 1;
    if (type === "begin") open -= 1;
    return open === 0;
  });
  ours(child).add(mark, Math.max(1, at));
}

/** Whether something taller than a line of text may stand in these runs: a picture or a formula. */
export function hasTallRuns(children: readonly Child[]): boolean {
  return children.some(
    (child) =>
      child instanceof ImageRun ||
      (child instanceof Element &&
        (child.name.startsWith("m:oMath") || hasTallRuns(child.contents))),
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
  if (element !== undefined) element.set("w:val", style);
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
      restyleRuns(child.contents, styleFor);
      continue;
    }
    const style = child.elements.find(({ name }) => name === "w:rStyle");
    if (style === undefined) continue;
    const other = styleFor(String(style.attributes["w:val"]));
    if (other === undefined) child.remove(style);
    else style.set("w:val", other);
  }
}

function ours(child: FileChild): Element {
  if (!(child instanceof Element)) throw new Error("Bug: not an element of ours.");
  return child;
}

/** What an element of ours consists of; undefined for text, and for what `docx` made. */
export type Opened = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly children: readonly Child[];
};

export function opened(child: Child): Opened | undefined {
  if (!(child instanceof Element)) return undefined;
  const { name, attributes } = child;
  return { name, attributes, children: child.contents };
}
