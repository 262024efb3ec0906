import { unzipSync } from "fflate";
import { open } from "./support.ts";
import type { XmlElement } from "./xml.ts";
import { all } from "./xml.ts";

/**
 * What is known to make Word say "unreadable content" or "cannot be opened", also where schemas say nothing: each is a report of somebody
 * whose file did not open.
 */
export function wordFaults(bytes: Uint8Array): readonly string[] {
  const file = open(bytes);
  const stories = file.paths
    .filter((path) => /^word\/(document|footnotes|endnotes|header\d+|footer\d+)\.xml$/.test(path))
    .map((path) => ({ path, root: file.part(path) }));
  const roots = stories.map(({ root }) => root);
  const everything = (name: string): readonly XmlElement[] =>
    roots.flatMap((root) => all(root, name));
  return [
    ...packageFaults(bytes, file),
    ...stories.flatMap(({ path, root }) => relationFaults(path, root, file)),
    ...repeated(everything("w:bookmarkStart"), "w:id", "bookmark id"),
    ...repeated(everything("w:bookmarkStart"), "w:name", "bookmark name"),
    ...everything("w:bookmarkStart")
      .map(({ attributes }) => attributes["w:name"] ?? "")
      .filter((name) => !/^[\p{L}_][\p{L}\p{N}_]{0,39}$/u.test(name))
      .map((name) => `bookmark name ${name}`),
    ...repeated(everything("wp:docPr"), "id", "drawing id"),
    ...repeated(
      everything("w:sdt").flatMap((each) => all(each, "w:id").slice(0, 1)),
      "w:val",
      "control id",
    ),
    ...roots.flatMap(structureFaults),
    ...styleFaults(file.part("word/styles.xml")),
    ...numberingFaults(file.part("word/numbering.xml"), everything("w:numId")),
    ...noteFaults(file.part("word/document.xml"), file.part("word/footnotes.xml")),
  ];
}

type File = ReturnType<typeof open>;

function packageFaults(bytes: Uint8Array, file: File): readonly string[] {
  const types = file.part("[Content_Types].xml");
  const overrides = new Set(all(types, "Override").map(({ attributes }) => attributes["PartName"]));
  const defaults = new Set(all(types, "Default").map(({ attributes }) => attributes["Extension"]));
  const extension = (path: string): string => path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  const xml = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(xml|rels)$/.test(path));
  return [
    ...file.paths
      .filter((path) => path !== "[Content_Types].xml")
      .filter((path) => !overrides.has(`/${path}`) && !defaults.has(extension(path)))
      .map((path) => `${path} has no content type`),
    ...[...overrides]
      .filter((path) => path !== undefined && !file.paths.includes(path.slice(1)))
      .map((path) => `${path} is declared and missing`),
    ...xml
      .filter(([path]) => hasForbiddenCharacters(file.text(path)))
      .map(([path]) => `${path} has characters that XML has not`),
    ...(new Set(file.paths.map((path) => path.toLowerCase())).size === file.paths.length
      ? []
      : ["two parts of one name"]),
    ...entriesWithoutRights(bytes).map((path) => `nobody may read ${path}`),
  ];
}

function hasForbiddenCharacters(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(
    text,
  );
}

/** Entries of the central directory whose external attributes are 0. */
function entriesWithoutRights(bytes: Uint8Array): readonly string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: string[] = [];
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    if (view.getUint32(at + 38, true) === 0) found.push(name);
  }
  return found;
}

function relationFaults(path: string, root: XmlElement, file: File): readonly string[] {
  const rels = path.replace("word/", "word/_rels/").concat(".rels");
  const relations = file.paths.includes(rels) ? all(file.part(rels), "Relationship") : [];
  const byId = new Map(relations.map(({ attributes }) => [attributes["Id"], attributes]));
  const used = everyElement(root).flatMap(({ attributes }) =>
    Object.entries(attributes).flatMap(([name, value]) =>
      /^r:(id|embed|link)$/.test(name) ? [value] : [],
    ),
  );
  return [
    ...used.filter((id) => !byId.has(id)).map((id) => `${path} uses the relationship ${id}`),
    ...(byId.size === relations.length ? [] : [`${rels} has an id twice`]),
    ...[...byId.values()].flatMap((relation) => targetFaults(relation, file)),
  ];
}

function targetFaults(
  { TargetMode, Target = "" }: Readonly<Record<string, string>>,
  file: File,
): readonly string[] {
  if (TargetMode !== "External")
    return file.paths.includes(`word/${Target}`) ? [] : [`${Target} is not there`];
  const isUri = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2}|[\u00a1-\u{10ffff}])*$/iu.test(Target);
  // Brackets are for the numbers of a host alone (RFC 3986, 3.2.2).
  const bracketed = /[[\]]/.test(Target.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, ""));
  const parses = !/^[a-z][a-z\d+.-]*:/i.test(Target) || URL.canParse(Target);
  return isUri && !bracketed && parses && Target !== "" && Target.length <= 2083
    ? []
    : [`address ${Target}`];
}

function structureFaults(root: XmlElement): readonly string[] {
  const links = all(root, "w:hyperlink");
  const alien = everyElement(root).filter(
    ({ name }) => !/^[\w.]+:[\w.]+$/.test(name) || name.startsWith("mark:"),
  );
  return [
    ...tableFaults(root),
    ...(links.some((link) => all(link, "w:hyperlink").length > 0) ? ["a link in a link"] : []),
    ...links
      .filter(({ attributes }) => (attributes["w:tooltip"] ?? "").length > 260)
      .map(() => "a tooltip too long"),
    ...all(root, "w:t")
      .filter((text) => /[\n\r\t]/.test(text.text))
      .map(() => "a line end in a text"),
    ...all(root, "w:p").flatMap(paragraphFaults),
    ...alien.map(({ name }) => `an element ${name}`),
    ...fieldFaults(root),
  ];
}

function tableFaults(root: XmlElement): readonly string[] {
  const tables = all(root, "w:tbl");
  const has = (element: XmlElement, name: string): boolean =>
    element.children.some((child) => child.name === name);
  return [
    ...all(root, "w:tc")
      .filter((cell) => cell.children.at(-1)?.name !== "w:p")
      .map(() => "a cell that ends without a paragraph"),
    ...tables
      .map((table) => all(table, "w:tblGrid")[0]?.children.length ?? 0)
      .filter((columns) => columns < 1 || columns > 63)
      .map((columns) => `a table of ${columns} columns`),
    ...tables.filter((table) => !has(table, "w:tr")).map(() => "a table without rows"),
    ...all(root, "w:tr")
      .filter((row) => !has(row, "w:tc"))
      .map(() => "a row without cells"),
    ...(depthOf(root, "w:tbl") > 20 ? ["tables too deep"] : []),
  ];
}

function depthOf(element: XmlElement, name: string): number {
  const inner = Math.max(0, ...element.children.map((child) => depthOf(child, name)));
  return inner + (element.name === name ? 1 : 0);
}

function paragraphFaults(paragraph: XmlElement): readonly string[] {
  const ids = (name: string): string =>
    all(paragraph, name)
      .map(({ attributes }) => attributes["w:id"])
      .sort()
      .join();
  return [
    ...(all(paragraph, "w:p").length > 0 ? ["a paragraph in a paragraph"] : []),
    ...(ids("w:bookmarkStart") === ids("w:bookmarkEnd") ? [] : ["a bookmark across paragraphs"]),
  ];
}

/** begin, separate and end in this order, one within another at most. */
function fieldFaults(root: XmlElement): readonly string[] {
  const open: string[] = [];
  for (const { attributes } of all(root, "w:fldChar")) {
    const type = attributes["w:fldCharType"] ?? "";
    if (attributes["w:dirty"] !== undefined) return ["a dirty field"];
    if (type === "begin") open.push(type);
    else if (type === "separate" && open.at(-1) === "begin") open[open.length - 1] = type;
    else if (type === "end" && open.at(-1) === "separate") open.pop();
    else return [`a field with ${type} out of turn`];
  }
  return open.length === 0 ? [] : ["a field that does not end"];
}

function styleFaults(styles: XmlElement): readonly string[] {
  const each = all(styles, "w:style");
  const names = each.map((style) =>
    (all(style, "w:name")[0]?.attributes["w:val"] ?? "").toLowerCase(),
  );
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  const long = names.filter((name) => name.length > 253);
  return [...twice.map((name) => `style ${name} twice`), ...long.map((name) => `style ${name}`)];
}

function numberingFaults(numbering: XmlElement, used: readonly XmlElement[]): readonly string[] {
  const names = numbering.children.map(({ name }) => name);
  const definitions = new Set(
    all(numbering, "w:abstractNum").map(({ attributes }) => attributes["w:abstractNumId"]),
  );
  const nums = all(numbering, "w:num");
  const ids = new Set(nums.map(({ attributes }) => attributes["w:numId"]));
  return [
    ...(names.lastIndexOf("w:abstractNum") > names.indexOf("w:num")
      ? ["a definition after its instances"]
      : []),
    ...nums
      .filter((num) => !definitions.has(all(num, "w:abstractNumId")[0]?.attributes["w:val"]))
      .map(({ attributes }) => `numbering ${attributes["w:numId"]} without definition`),
    ...used.flatMap(({ attributes }) => {
      const id = attributes["w:val"] ?? "";
      // 0 takes a paragraph out of the list of its style.
      return id === "0" || (ids.has(id) && Number(id) < 32_768) ? [] : [`numbering ${id}`];
    }),
    ...all(numbering, "w:nsid")
      .map(({ attributes }) => attributes["w:val"] ?? "")
      .filter((id) => !/^[\dA-F]{8}$/.test(id))
      .map((id) => `nsid ${id}`),
  ];
}

function noteFaults(body: XmlElement, notes: XmlElement): readonly string[] {
  const written = all(notes, "w:footnote").map(({ attributes }) => attributes["w:id"]);
  const referred = all(body, "w:footnoteReference").map(({ attributes }) => attributes["w:id"]);
  return [
    ...referred.filter((id) => !written.includes(id)).map((id) => `note ${id} is missing`),
    ...(new Set(referred).size === referred.length ? [] : ["a note with two references"]),
    ...(new Set(written).size === written.length ? [] : ["a note told twice"]),
    ...(all(notes, "w:footnoteReference").length === 0 ? [] : ["a note in a note"]),
    ...(["-1", "0"].every((id) => written.includes(id)) ? [] : ["no separators of notes"]),
  ];
}

function repeated(
  elements: readonly XmlElement[],
  attribute: string,
  what: string,
): readonly string[] {
  const values = elements.map(({ attributes }) => attributes[attribute] ?? "");
  return values
    .filter((value, at) => values.indexOf(value) !== at)
    .map((value) => `${what} ${value} twice`);
}

function everyElement(root: XmlElement): readonly XmlElement[] {
  return root.children.flatMap((child) => [child, ...everyElement(child)]);
}
