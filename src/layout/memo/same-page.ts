import type {
  Destination,
  Disc,
  FilledBox,
  GlyphRun,
  LinkArea,
  Page,
  PageItem,
  PlacedImage,
  StrokedBox,
  Tag,
} from "../page.ts";

/** Pages of which each is the very object that it was in `before`, where it is equal to that. */
export function samePages(before: readonly Page[], pages: readonly Page[]): readonly Page[] {
  return pages.map((page, index) => {
    const known = before[index];
    if (known === undefined || known === page) return page;
    return isSamePage(known, page) ? known : page;
  });
}

function isSamePage(one: Page, other: Page): boolean {
  if (one.items.length !== other.items.length || one.label !== other.label) return false;
  if (one.width !== other.width || one.height !== other.height || one.number !== other.number)
    return false;
  for (let index = 0; index < one.items.length; index++) {
    const before = one.items[index] as PageItem;
    const item = other.items[index] as PageItem;
    if (before !== item && !isSameItem(before, item)) return false;
  }
  return true;
}

function isSameItem(one: PageItem, other: PageItem): boolean {
  if (one.x !== other.x || one.y !== other.y) return false;
  switch (one.kind) {
    case "glyphs":
      return other.kind === "glyphs" && isSameRun(one, other);
    case "link":
      return other.kind === "link" && one.node === other.node && isSameSize(one, other);
    case "destination":
      return other.kind === "destination" && one.node === other.node;
    case "disc":
      return other.kind === "disc" && isSameTag(one.tag, other.tag) && isSameDisc(one, other);
    case "box":
      return other.kind === "box" && isSameTag(one.tag, other.tag) && isSameBox(one, other);
    case "outline":
      return other.kind === "outline" && isSameTag(one.tag, other.tag) && isSameOutline(one, other);
    case "image":
      return other.kind === "image" && isSameTag(one.tag, other.tag) && isSameImage(one, other);
  }
}

function isSameRun(one: GlyphRun, other: GlyphRun): boolean {
  return (
    isSameList(one.glyphs, other.glyphs) &&
    one.width === other.width &&
    one.wordSpace === other.wordSpace &&
    one.expansion === other.expansion &&
    one.tracking === other.tracking &&
    one.size === other.size &&
    one.face === other.face &&
    one.colour === other.colour &&
    one.turned === other.turned &&
    one.language === other.language &&
    isSameTag(one.tag, other.tag) &&
    isSameList(one.adjust, other.adjust) &&
    isSameList(one.rise, other.rise) &&
    one.text === other.text
  );
}

type List = Uint16Array | Float32Array | undefined;

function isSameList(one: List, other: List): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined || one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}

function isSameTag(one: Tag, other: Tag): boolean {
  if (one === other) return true;
  if ("node" in one) return "node" in other && one.node === other.node && one.part === other.part;
  return "artifact" in other && one.artifact === other.artifact;
}

type Sized = { readonly width: number; readonly height: number };

const isSameSize = (one: Sized, other: Sized): boolean =>
  one.width === other.width && one.height === other.height;

const isSameDisc = (one: Disc, other: Disc): boolean =>
  one.diameter === other.diameter && one.colour === other.colour;

const isSameBox = (one: FilledBox, other: FilledBox): boolean =>
  isSameSize(one, other) && one.colour === other.colour && isSameMark(one.columns, other.columns);

function isSameMark(one: FilledBox["columns"], other: FilledBox["columns"]): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  return (
    one.table === other.table &&
    one.from === other.from &&
    one.widths.length === other.widths.length &&
    one.widths.every((width, index) => width === other.widths[index])
  );
}

const isSameOutline = (one: StrokedBox, other: StrokedBox): boolean =>
  isSameSize(one, other) &&
  one.colour === other.colour &&
  one.line === other.line &&
  one.actualText === other.actualText;

const isSameImage = (one: PlacedImage, other: PlacedImage): boolean =>
  isSameSize(one, other) && one.source === other.source && one.colour === other.colour;

/** What is compared above; a new field of an item does not compile until it is compared too. */
type Compared = {
  readonly page: "number" | "label" | "width" | "height" | "items";
  readonly glyphs:
    | ("kind" | "tag" | "x" | "y" | "face" | "size" | "colour" | "glyphs" | "adjust" | "rise")
    | ("tracking" | "wordSpace" | "expansion" | "width" | "text" | "turned" | "language");
  readonly box: "kind" | "tag" | "x" | "y" | "width" | "height" | "colour" | "columns";
  readonly outline: Exclude<Compared["box"], "columns"> | "line" | "actualText";
  readonly disc: "kind" | "tag" | "x" | "y" | "diameter" | "colour";
  readonly image: Exclude<Compared["box"], "columns"> | "source";
  readonly link: "kind" | "node" | "x" | "y" | "width" | "height";
  readonly destination: "kind" | "node" | "x" | "y";
};

type Rest =
  | Exclude<keyof Page, Compared["page"]>
  | Exclude<keyof GlyphRun, Compared["glyphs"]>
  | Exclude<keyof FilledBox, Compared["box"]>
  | Exclude<keyof StrokedBox, Compared["outline"]>
  | Exclude<keyof Disc, Compared["disc"]>
  | Exclude<keyof PlacedImage, Compared["image"]>
  | Exclude<keyof LinkArea, Compared["link"]>
  | Exclude<keyof Destination, Compared["destination"]>;

type Nothing<Value extends never> = Value;
/** Nothing is left over. */
export type Uncompared = Nothing<Rest>;
