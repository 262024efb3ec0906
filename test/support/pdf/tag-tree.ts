import type { MarkedText } from "./marked-text.ts";
import { markedText } from "./marked-text.ts";
import type { PdfDictionary, PdfObjects, PdfValue } from "./objects.ts";
import { stringOf } from "./objects.ts";

/** An element of the structure tree of the whole file, with its text as a tagged reader says it. */
export type Tag = {
  readonly role: string;
  readonly language?: string;
  readonly alternative?: string;
  readonly actualText?: string;
  readonly identifier?: string;
  /** Attributes of all owners: `ListNumbering`, `Scope`, `BBox`. */
  readonly attributes: Readonly<Record<string, PdfValue>>;
  /** Text, elements, and links to annotations in order. */
  readonly children: readonly (Tag | string | TagLink)[];
};

/** An annotation that the structure points at. */
export type TagLink = {
  readonly role: "annotation";
  readonly url?: string;
  readonly destination?: string;
  readonly contents: string;
};

export function tagTree(objects: PdfObjects): Tag {
  const { dictionary, trailer } = objects;
  const root = dictionary(dictionary(trailer["/Root"])["/StructTreeRoot"]);
  const texts = new Map(objects.pages.map((page) => [page, markedText(objects, page)] as const));
  const [only] = childrenOf(objects, texts, root, undefined);
  if (only === undefined || typeof only === "string" || !("children" in only)) {
    throw new Error("The file has no structure tree.");
  }
  return only;
}

function tagOf(
  objects: PdfObjects,
  texts: ReadonlyMap<string, MarkedText>,
  element: PdfDictionary,
): Tag {
  const page = element["/Pg"];
  const attributes: Record<string, PdfValue> = {};
  const value = objects.resolve(element["/A"]);
  for (const owner of Array.isArray(value) ? value : [value]) {
    for (const [key, attribute] of Object.entries(objects.dictionary(owner))) {
      if (key !== "/O") attributes[key.slice(1)] = attribute;
    }
  }
  const text = (key: string, name: string) =>
    element[key] === undefined ? {} : { [name]: stringOf(element[key]) };
  return {
    role: String(element["/S"]).slice(1),
    ...text("/Lang", "language"),
    ...text("/Alt", "alternative"),
    ...text("/ActualText", "actualText"),
    ...text("/ID", "identifier"),
    attributes,
    children: childrenOf(objects, texts, element, typeof page === "string" ? page : undefined),
  };
}

function childrenOf(
  objects: PdfObjects,
  texts: ReadonlyMap<string, MarkedText>,
  element: PdfDictionary,
  page: string | undefined,
): Tag["children"] {
  const kids = objects.resolve(element["/K"]);
  return (Array.isArray(kids) ? kids : kids === undefined ? [] : [kids]).map((kid: PdfValue) => {
    if (typeof kid === "number") return texts.get(page ?? "")?.byNumber.get(kid) ?? "";
    const child = objects.dictionary(kid);
    if (child["/Type"] === "/MCR") {
      return texts.get(String(child["/Pg"] ?? page))?.byNumber.get(Number(child["/MCID"])) ?? "";
    }
    if (child["/Type"] === "/OBJR") return linkOf(objects, child["/Obj"]);
    return tagOf(objects, texts, child);
  });
}

function linkOf({ dictionary }: PdfObjects, annotation: PdfValue | undefined): TagLink {
  const { "/A": action, "/Dest": destination, "/Contents": contents } = dictionary(annotation);
  const url = dictionary(action)["/URI"];
  return {
    role: "annotation",
    ...(url === undefined ? {} : { url: stringOf(url) }),
    ...(destination === undefined ? {} : { destination: stringOf(destination) }),
    contents: stringOf(contents),
  };
}

/** All text under an element, soft hyphens left out. */
export function tagText(tag: Tag): string {
  return tag.children
    .map((child) => (typeof child === "string" ? child : "children" in child ? tagText(child) : ""))
    .join("")
    .replace(/\u00ad/g, "");
}

/** Elements of a role, in order of reading. */
export function tagsOf(tag: Tag, role: string): readonly Tag[] {
  const inner = tag.children.flatMap((child) =>
    typeof child !== "string" && "children" in child ? tagsOf(child, role) : [],
  );
  return tag.role === role ? [tag, ...inner] : inner;
}

/** The tree as lines that can be read: role, then text in quotes, two blanks a level; what is neither text nor element is left out. */
export function tagLines(tag: Tag, indent = ""): readonly string[] {
  const parts = tag.children.filter((child) => typeof child === "string" || "children" in child);
  const texts = parts.every((child) => typeof child === "string");
  const extra = [tag.language, tag.alternative && `alt "${tag.alternative}"`].filter(Boolean);
  const head = [`${indent}${tag.role}`, ...extra].join(" ");
  if (texts) return [parts.length === 0 ? head : `${head} "${tagText(tag)}"`];
  return [
    head,
    ...parts.flatMap((child) =>
      typeof child === "string"
        ? [`${indent}  "${child.replace(/\u00ad/g, "")}"`]
        : "children" in child
          ? tagLines(child, `${indent}  `)
          : [],
    ),
  ];
}
