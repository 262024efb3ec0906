import type { PackMemo } from "../../ooxml/index.ts";
import { packZip } from "../../ooxml/index.ts";
import { contentTypes } from "./content-types.ts";
import type { FileChild, Part } from "./element.ts";
import { element } from "./element.ts";
import type { Relations } from "./relations.ts";
import { createMedia, createRelations } from "./relations.ts";
import type { RunningParts } from "./running.ts";
import { piecesOf } from "./written.ts";

type Parts = ReadonlyMap<string, string | Uint8Array>;

export type FileContents = {
  /** The body, the properties of its last section with it. */
  readonly body: readonly FileChild[];
  /** Headers and footers that sections ask for. */
  readonly running: readonly RunningParts[];
  readonly footnotes: readonly FileChild[];
  readonly endnotes: readonly FileChild[];
  /** By path: the parts that are text already, and fonts. */
  readonly others: Parts;
};

/** Parts to which the document is related, whatever is in it: by type, path from the document. */
const usual = [
  ...["styles", "numbering", "footnotes", "endnotes", "settings", "fontTable"].map(
    (type) => [type, `${type}.xml`] as const,
  ),
  ["theme", "theme/theme1.xml"] as const,
];

/**
 * The package (ECMA-376 Part 2) with the same bytes on every machine. Pictures are numbered in the order of the text; relationships of a
 * part in the order in which it names them.
 */
export function packageOf(contents: FileContents, memo?: PackMemo): Uint8Array {
  const media = createMedia();
  const files = new Map<string, string | Uint8Array>(contents.others);
  const put = (
    path: string,
    root: string,
    children: readonly FileChild[],
    own: PartOptions = {},
  ) => {
    const { relations = createRelations(), running = new Map() } = own;
    const part: Part = {
      relate: relations.relate,
      media: media.put,
      nextPicture: media.nextPicture,
      running: (key) => running.get(key) ?? [],
    };
    files.set(`word/${path}`, encoded(rooted(root, piecesOf(children, part))));
    const related = relations.xml();
    if (related !== undefined) files.set(`word/_rels/${path}.rels`, related);
  };

  const relations = createRelations();
  for (const [type, path] of usual) relations.relate(type, path);
  const { headers, footers, references } = named(contents.running, relations);
  const body = element("w:body", undefined, ...contents.body);
  put("document.xml", "w:document", [body], { relations, running: references });
  for (const [path, children] of footers) put(path, "w:ftr", children);
  put("footnotes.xml", "w:footnotes", contents.footnotes);
  put("endnotes.xml", "w:endnotes", contents.endnotes);
  for (const [path, children] of headers) put(path, "w:hdr", children);
  for (const [path, bytes] of media.files()) files.set(path, bytes);

  const root = createRelations();
  root.relate("officeDocument", "word/document.xml");
  root.relate(
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    "docProps/core.xml",
  );
  root.relate("extended-properties", "docProps/app.xml");
  root.relate("custom-properties", "docProps/custom.xml");
  files.set("_rels/.rels", root.xml() ?? "");
  files.set("[Content_Types].xml", contentTypes([...files.keys()]));
  const encoder = new TextEncoder();
  return packZip(
    new Map(
      [...files].map(([path, file]) => [
        path,
        typeof file === "string" ? encoder.encode(file) : file,
      ]),
    ),
    memo,
  );
}

type PartOptions = {
  readonly relations?: Relations;
  readonly running?: ReadonlyMap<string, readonly FileChild[]>;
};

type NamedPart = readonly [path: string, children: readonly FileChild[]];

/** Headers and footers get names, and sections what they say of them (17.10.5). */
function named(
  running: readonly RunningParts[],
  { relate }: Relations,
): {
  readonly headers: readonly NamedPart[];
  readonly footers: readonly NamedPart[];
  readonly references: ReadonlyMap<string, readonly FileChild[]>;
} {
  const parts = { header: [] as NamedPart[], footer: [] as NamedPart[] };
  const references = new Map<string, readonly FileChild[]>();
  const take = (kind: "header" | "footer", made: RunningParts["headers"]): readonly FileChild[] =>
    made.map(([type, children]) => {
      const path = `${kind}${parts[kind].length + 1}.xml`;
      parts[kind].push([path, children]);
      return element(`w:${kind}Reference`, { "w:type": type, "r:id": relate(kind, path) });
    });
  for (const { key, headers, footers } of running)
    references.set(key, [...take("header", headers), ...take("footer", footers)]);
  return { headers: parts.header, footers: parts.footer, references };
}

const namespaces = [
  ["w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"],
  ["r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"],
  ["m", "http://schemas.openxmlformats.org/officeDocument/2006/math"],
  ["wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"],
  ["mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"],
  ["w14", "http://schemas.microsoft.com/office/word/2010/wordml"],
]
  .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
  .join("");

function rooted(name: string, pieces: readonly string[]): readonly string[] {
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${name}${namespaces} mc:Ignorable="w14">`,
    ...pieces,
    `</${name}>`,
  ];
}

function encoded(pieces: readonly string[]): Uint8Array {
  const encoder = new TextEncoder();
  if (pieces.length < 8) return encoder.encode(pieces.join(""));
  const parts = pieces.map((piece) => encoder.encode(piece));
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
