export type AttributeValue = string | number | undefined;
export type Child = Element | string;
/** What stands in the body: a paragraph, a table. */
export type FileChild = Element;

type Attributes = Readonly<Record<string, AttributeValue>>;

/** Any element of WordprocessingML. A table has half a million of them, which are to be small. */
export class Element {
  public readonly name: string;
  private given: Attributes | undefined;
  private readonly children: Child[];

  public constructor(name: string, attributes: Attributes | undefined, children: Child[]) {
    this.name = name;
    this.given = attributes;
    this.children = children;
  }

  public get attributes(): Attributes {
    return this.given ?? {};
  }
  public get contents(): readonly Child[] {
    return this.children;
  }
  public get elements(): readonly Element[] {
    return this.children.filter((child) => child instanceof Element);
  }
  public set(attribute: string, value: string): void {
    this.given = { ...this.given, [attribute]: value };
  }
  public add(child: Child, at?: number): void {
    this.children.splice(at ?? this.children.length, 0, child);
  }
  public addAfter(child: Child, before: Element | undefined): void {
    this.add(child, before === undefined ? 0 : this.children.indexOf(before) + 1);
  }
  public remove(child: Element): void {
    this.children.splice(this.children.indexOf(child), 1);
  }
}

/** What a part keeps beside its text. */
export type Part = {
  /** The id of a relationship to another part, or to an address outside; the same for the same (ECMA-376 Part 2, 6.5). */
  readonly relate: (type: string, target: string) => string;
  /** The path, from the part, of the part that holds these bytes. */
  readonly media: (bytes: Uint8Array, extension: string) => string;
  /** The next number for a picture of the file; unique, as Word wants it (20.4.2.5). */
  readonly nextPicture: () => number;
  /** The references to headers and footers of this key. */
  readonly running: (key: string) => readonly FileChild[];
};

/** An element that is made when its part is written, since it names what the part keeps beside its text. */
export class Late extends Element {
  /** What is written in its place. */
  public readonly within: (part: Part) => readonly Child[];
  public constructor(
    name: string,
    children: readonly Child[],
    within: (part: Part) => readonly Child[],
  ) {
    super(name, undefined, [...children]);
    this.within = within;
  }
}

/** A picture in the line, of which lines have to know how large it is. */
export class Picture extends Late {
  /** Points. */
  public readonly extent: { readonly width: number; readonly height: number };
  public constructor(extent: Picture["extent"], within: (part: Part) => readonly Child[]) {
    super("w:drawing", [], within);
    this.extent = extent;
  }
}

/** An element whose text is made already. */
export class Written extends Element {
  public readonly text: string;
  public constructor(name: string, text: string) {
    super(name, undefined, []);
    this.text = text;
  }
}

/** `element("w:p", undefined, …)`; undefined attributes and children are left out. */
export function element(
  name: string,
  attributes?: Readonly<Record<string, AttributeValue>>,
  ...children: readonly (Child | undefined)[]
): FileChild {
  return new Element(
    name,
    attributes,
    children.filter((child) => child !== undefined),
  );
}

/** `<w:name w:val="value"/>` */
export function valued(name: string, value: string | number): FileChild {
  return element(name, { "w:val": value });
}

/** A link to an address, which the part keeps among its relationships. */
export function externalLink(
  url: string,
  tooltip: string | undefined,
  children: readonly Child[],
): FileChild {
  return new Late("w:hyperlink", children, (part) => [
    element(
      "w:hyperlink",
      { "r:id": part.relate("hyperlink", url), "w:history": 1, "w:tooltip": tooltip },
      ...children,
    ),
  ]);
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
  const properties = child.elements[0];
  properties?.addAfter(property, properties.elements[0]);
}

/** Adds to the end of the properties of a paragraph that was made here; they are its first element. */
export function addProperty(child: FileChild, property: Child): void {
  const properties = child.elements[0];
  if (properties === undefined) throw new Error("Bug: a paragraph without properties.");
  properties.add(property);
}

/** Adds a run before all others of a paragraph that was made here. */
export function addFirst(child: FileChild, run: Child): void {
  child.addAfter(run, child.elements[0]);
}

/** Adds to the end of a paragraph that was made here. */
export function addLast(child: FileChild, run: Child): void {
  child.add(run);
}

/** Adds before the last of what prints in a paragraph that was made here; a field is one thing. */
export function addBeforeLast(child: FileChild, mark: Child): void {
  const { contents } = child;
  let open = 0;
  const at = contents.findLastIndex((each) => {
    if (!(each instanceof Element) || each.name.startsWith("w:bookmark")) return false;
    const field = each.elements.find(({ name }) => name === "w:fldChar");
    const type = field?.attributes["w:fldCharType"];
    if (type === "end") open += 1;
    if (type === "begin") open -= 1;
    return open === 0;
  });
  child.add(mark, Math.max(1, at));
}

/** Whether something taller than a line of text may stand in these runs: a picture or a formula. */
export function hasTallRuns(children: readonly Child[]): boolean {
  return children.some(
    (child) =>
      child instanceof Picture ||
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
  return child.elements[0]?.elements.find(({ name }) => name === "w:pStyle");
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

/** What an element consists of; undefined for text. */
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
