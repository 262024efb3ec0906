import type { Html, Nodes, PhrasingContent, Text } from "mdast";
import { joinedTexts, visitAll } from "./children.ts";
import { elementKind, isVoid } from "./html-elements.ts";
import { withReadings } from "./html-ruby.ts";
import type { HtmlTag, Tag, TellElement } from "./html-tag.ts";
import { readTag } from "./html-tag.ts";
import type { Attributes } from "./tree.ts";

/** An opening tag, and where it stands as text among what is kept, until its partner is found. */
type Open = { readonly tag: Tag; readonly html: Html; readonly index: number };

/**
 * Gives the elements within running text their meaning. Tags of blocks stay, as `HtmlTag`; those within an element go,
 * since it cannot reach over blocks.
 */
export function htmlPhrasing(list: readonly Nodes[], tell: TellElement): Nodes[] {
  const kept: Nodes[] = [];
  const open: Open[] = [];
  for (const node of withReadings(list)) {
    if (node.type !== "html") kept.push(node);
    else if (!isComment(node)) takeTag(node, kept, open, tell);
  }
  return kept;
}

/** `<!-->` and `<!--->` are comments too (CommonMark 6.6). */
export function isComment({ value }: Html): boolean {
  return /^<!--(?:-?>|[\s\S]*-->)\s*$/.test(value);
}

function takeTag(html: Html, kept: Nodes[], open: Open[], tell: TellElement): void {
  const tag = readTag(html.value);
  const kind = tag === undefined || tag.bare ? undefined : elementKind(tag.name);
  const text: Text = { type: "text", value: html.value, position: html.position };
  if (tag === undefined || kind === undefined) {
    kept.push(text);
    return;
  }
  if (kind === "block") kept.push({ ...html, tag } as HtmlTag);
  else if (kind === "void") kept.push(...standsAlone(tag, html));
  else if (kind === "odd") tell(html, tag, "odd");
  else if (tag.closes) close(html, tag, kept, open, tell, text);
  else if (isVoid(tag.name) || (kind === "refused" && html.value.endsWith("/>"))) {
    if (kind === "refused") tell(html, tag, "refused");
  } else {
    open.push({ tag, html, index: kept.length });
    // Until its partner is found it is text, but for what means nothing anyway.
    if (kind === "inline" || hasMeaning(tag)) kept.push(text);
  }
}

/** Whether a plain element says something of its words. */
function hasMeaning(tag: Tag): boolean {
  return (tag.name === "a" && tag.values.has("href")) || languageOf(tag) !== undefined;
}

function close(
  html: Html,
  tag: Tag,
  kept: Nodes[],
  open: Open[],
  tell: TellElement,
  text: Text,
): void {
  const at = open.findLastIndex((start) => start.tag.name === tag.name);
  const start = open[at];
  const kind = elementKind(tag.name);
  if (start === undefined) {
    if (kind === "inline") kept.push(text);
    return;
  }
  open.splice(at);
  if (kind === "refused") {
    tell(start.html, start.tag, "refused");
    kept.splice(start.index);
    return;
  }
  if (kind === "plain" && !hasMeaning(start.tag)) {
    const anchor = start.tag.name === "a" ? anchorOf(start) : undefined;
    if (anchor !== undefined) kept.splice(start.index, 0, anchor);
    return;
  }
  const [, ...held] = kept.splice(start.index);
  const inside = held.filter((node) => node.type !== "html");
  kept.push(...wrap(start, html, joinedTexts(inside) as PhrasingContent[]));
}

/** `<a id="x">` names a place: see html-anchors.ts. */
function anchorOf({ tag, html }: Open): Nodes | undefined {
  const name = tag.values.get("id") ?? tag.values.get("name");
  if (name === undefined || name === "") return undefined;
  return { type: "emphasis", children: [], position: html.position, data: { anchor: name } };
}

function standsAlone(tag: Tag, html: Html): readonly PhrasingContent[] {
  const position = html.position && { position: html.position };
  if (tag.name === "br") return [{ type: "break", ...position }];
  if (tag.name === "wbr") return [{ type: "text", value: "\u200B", ...position }];
  if (tag.name === "input") {
    const type = (tag.values.get("type") ?? "").toLowerCase();
    if (type !== "checkbox" && type !== "radio") return [];
    return [{ type: "text", value: tag.values.has("checked") ? "\u2612" : "\u2610", ...position }];
  }
  const url = tag.values.get("src");
  if (url === undefined) return [];
  const title = tag.values.get("title") ?? null;
  const size = new Map(
    ["width", "height"].flatMap((name) => {
      const value = tag.values.get(name) ?? "";
      return /^\d+(?:\.\d+)?(?:px|%)?$/.test(value) && !(name === "height" && value.endsWith("%"))
        ? [[name, value] as const]
        : [];
    }),
  );
  const data = size.size === 0 ? {} : { data: { attributes: { classes: [], values: size } } };
  return [{ type: "image", url, title, alt: tag.values.get("alt") ?? null, ...position, ...data }];
}

const types: Readonly<Record<string, "strong" | "emphasis" | "delete" | "inlineCode">> = {
  b: "strong",
  cite: "emphasis",
  code: "inlineCode",
  del: "delete",
  dfn: "emphasis",
  em: "emphasis",
  i: "emphasis",
  s: "delete",
  samp: "inlineCode",
  strike: "delete",
  strong: "strong",
  tt: "inlineCode",
  var: "emphasis",
};

/** Roles of words, which no Markdown can give. */
const roles: Readonly<Record<string, string>> = {
  abbr: "abbreviation",
  acronym: "abbreviation",
  ins: "underline",
  kbd: "kbd",
  mark: "mark",
  q: "quotation",
  small: "small-print",
  sub: "subscript",
  sup: "superscript",
  u: "underline",
};

function wrap(start: Open, html: Html, children: PhrasingContent[]): readonly PhrasingContent[] {
  if (children.length === 0) return [];
  const { name, values } = start.tag;
  const from = start.html.position?.start;
  const to = html.position?.end;
  const position = from && to ? { position: { start: from, end: to } } : {};
  const language = languageOf(start.tag);
  const data =
    language === undefined ? {} : { data: { attributes: attributes(undefined, language) } };
  if (name === "a") {
    const url = values.get("href") ?? "";
    return [
      { type: "link", url, title: values.get("title") ?? null, children, ...position, ...data },
    ];
  }
  const type = types[name];
  if (type === undefined) {
    const role = roles[name];
    if (role === "quotation") children.forEach(nestQuotations);
    const given = attributes(
      role,
      language,
      role === "abbreviation" ? values.get("title") : undefined,
    );
    return [{ type: "emphasis", children, ...position, data: { attributes: given } }];
  }
  if (type === "emphasis" && language !== undefined) {
    // An emphasis with attributes would be words with a role and no emphasis.
    const spoken: PhrasingContent = { type: "emphasis", children, ...position, ...data };
    return [{ type, children: [spoken], ...position }];
  }
  if (type !== "inlineCode") return [{ type, children, ...position, ...data }];
  // Code holds text alone; with markup inside, what it says matters more than how it is set.
  const [only, second] = children;
  const plain = only?.type === "text" && second === undefined;
  return plain ? [{ type, value: only.value, ...position }] : children;
}

/** Quotations within a quotation have other marks, and those within them the first again. */
function nestQuotations(node: Nodes): void {
  visitAll(node, ({ data }) => {
    const role = data?.attributes?.classes[0];
    if (data?.attributes === undefined || role?.startsWith("quotation") !== true) return;
    const other = role === "quotation" ? "quotation-within" : "quotation";
    data.attributes = { ...data.attributes, classes: [other] };
  });
}

function languageOf(tag: Tag): string | undefined {
  const language = tag.values.get("lang") ?? tag.values.get("xml:lang");
  return language !== undefined && /^[A-Za-z]{2,3}(?:[-_][A-Za-z\d]{2,8})*$/.test(language)
    ? language
    : undefined;
}

function attributes(role: string | undefined, language?: string, expansion?: string): Attributes {
  const values = new Map<string, string>();
  if (language !== undefined) values.set("lang", language);
  if (expansion !== undefined && expansion.trim() !== "") values.set("title", expansion.trim());
  return { classes: role === undefined ? [] : [role], values };
}
