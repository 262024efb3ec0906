import type { IContext, IXmlableObject, XmlComponent } from "docx";
import { FileChild } from "docx";

export type AttributeValue = string | number | undefined;
export type Child = XmlComponent | string;

/**
 * Any element of WordprocessingML. `docx` has classes for many of them, but not for all that we write, and its classes write
 * formatting where we want styles; it keeps the package, its relationships, its media and its sections for us.
 */
class Element extends FileChild {
  public constructor(
    name: string,
    attributes: Readonly<Record<string, AttributeValue>> | undefined,
    children: readonly (Child | undefined)[],
  ) {
    super(name);
    // `docx` reads attributes from a child of this shape (its type is not exported).
    const given = Object.entries(attributes ?? {}).filter(([, value]) => value !== undefined);
    if (given.length > 0) this.root.push({ _attr: Object.fromEntries(given) } as unknown as string);
    for (const child of children) if (child !== undefined) this.root.push(child);
    this.name = name;
  }
  public readonly name: string;

  /** The first child element of a paragraph is its properties. */
  public get properties(): Element | undefined {
    return this.elements[0];
  }
  public get elements(): readonly Element[] {
    return this.root.filter((child) => child instanceof Element);
  }
  public add(child: Child): void {
    this.root.push(child);
  }
  public addAfterProperties(child: Child): void {
    const { properties } = this;
    this.root.splice(properties === undefined ? 0 : this.root.indexOf(properties) + 1, 0, child);
  }
}

/** Relationship of a hyperlink, made when the part that holds it is written. */
class Relationship extends FileChild {
  private readonly url: string;
  private readonly key: string;
  public constructor(
    url: string,
    key: string,
    tooltip: string | undefined,
    children: readonly Child[],
  ) {
    super("w:hyperlink");
    this.url = url;
    this.key = key;
    const attributes = {
      "r:id": `rId${key}`,
      "w:history": 1,
      ...(tooltip === undefined ? {} : { "w:tooltip": tooltip }),
    };
    this.root.push({ _attr: attributes } as unknown as string);
    for (const child of children) this.root.push(child);
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

/** Adds to the end of the properties of a paragraph that was made here. */
export function addProperty(child: FileChild, property: Child): void {
  const properties = child instanceof Element ? child.properties : undefined;
  if (properties === undefined) throw new Error("Bug: a paragraph without properties.");
  properties.add(property);
}

/** Names of the properties of a paragraph of ours. */
export function propertiesOf(child: FileChild): readonly string[] {
  if (!isParagraph(child) || !(child instanceof Element)) return [];
  return child.properties?.elements.map(({ name }) => name) ?? [];
}

/** Adds a run before all others of a paragraph that was made here. */
export function addFirst(child: FileChild, run: Child): void {
  if (!(child instanceof Element)) throw new Error("Bug: not an element of ours.");
  child.addAfterProperties(run);
}

export function isTable(child: FileChild): boolean {
  return child instanceof Element && child.name === "w:tbl";
}
