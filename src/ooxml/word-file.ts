import { WordFileFault } from "./fault.ts";
import { strictStart } from "./names.ts";
import type { Relation } from "./relations.ts";
import { readRelations, relationsPath } from "./relations.ts";
import { childOf, childrenOf } from "./walk.ts";
import type { XmlPart } from "./xml.ts";
import { readXml } from "./xml.ts";
import { readZip } from "./zip.ts";

/** A Word file by its parts; each is read when it is asked for, and once. */
export type WordFile = {
  /** Bytes by path, without a leading slash, in the order of the package. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Path of the document: mostly `word/document.xml`. */
  readonly main: string;
  readonly kind: "document" | "template";
  /** Whether its type says that it has macros, or a part with macros is there. */
  readonly hasMacros: boolean;
  /** Whether it is written in the Strict form of the format. */
  readonly isStrict: boolean;
  /** Throws a `WordFileFault` for what is not sound. The part must be there. */
  readonly xml: (path: string) => XmlPart;
  /** Of a part, or with "" of the package; empty for none. */
  readonly relations: (path: string) => readonly Relation[];
  /** The part that the document leads to by a relationship of this name: `styles`. Undefined when there is none. */
  readonly related: (name: string) => string | undefined;
  readonly contentTypeOf: (path: string) => string | undefined;
};

const mainTypes: Readonly<Record<string, WordFile["kind"]>> = {
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "document",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml": "template",
  "application/vnd.ms-word.document.macroEnabled.main+xml": "document",
  "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": "template",
};

/** Opens a .docx or .dotx. Throws a `WordFileFault`. */
export function openWordFile(bytes: Uint8Array): WordFile {
  const parts = readZip(bytes);
  const find = finder(parts);
  const parsed = new Map<string, XmlPart>();
  const relations = new Map<string, readonly Relation[]>();

  function xml(path: string): XmlPart {
    const known = parsed.get(path);
    if (known !== undefined) return known;
    const part = parts.get(path);
    if (part === undefined) throw notWord(`has no part "${path}"`);
    const made = readXml(path, part);
    parsed.set(path, made);
    return made;
  }
  function relationsOf(path: string): readonly Relation[] {
    const known = relations.get(path);
    if (known !== undefined) return known;
    const at = find(relationsPath(path));
    const made = at === undefined ? [] : readRelations(path, xml(at), find);
    relations.set(path, made);
    return made;
  }

  const types = find("[Content_Types].xml");
  if (types === undefined) throw notWord("is not a Word file");
  const contentTypeOf = readContentTypes(xml(types));
  const main = relationsOf("").find(({ name }) => name === "officeDocument")?.path;
  if (main === undefined) throw notWord("is not a Word file: it names no document");
  const kind = mainTypes[contentTypeOf(main) ?? ""];
  if (kind === undefined) throw notWord("is not a Word file, but one of another program");
  const { root, declared } = xml(main);
  if (root.name !== "w:document")
    throw notWord("is not a Word file: its document is something else");
  if (childOf(root, "w:body") === undefined) throw notWord("has a document without a body");
  return {
    parts,
    main,
    kind,
    hasMacros:
      /macroEnabled/.test(contentTypeOf(main) ?? "") ||
      [...parts.keys()].some((path) => /(^|\/)(vbaProject|vbaData)[^/]*$/i.test(path)),
    isStrict: [...declared.values()].some((uri) => uri.startsWith(strictStart)),
    xml,
    relations: relationsOf,
    related: (name) => relationsOf(main).find((relation) => relation.name === name)?.path,
    contentTypeOf,
  };
}

function notWord(what: string): WordFileFault {
  return new WordFileFault(
    "word-file-is-sound",
    what,
    "Save it in Word as a Word document (.docx) or template (.dotx).",
  );
}

/** Names of parts are found whatever the case of their letters, and percent signs decoded where that helps. */
function finder(parts: ReadonlyMap<string, Uint8Array>): (path: string) => string | undefined {
  const byLower = new Map([...parts.keys()].map((path) => [path.toLowerCase(), path]));
  return (path) => {
    if (parts.has(path)) return path;
    const found = byLower.get(path.toLowerCase());
    if (found !== undefined || !path.includes("%")) return found;
    try {
      return byLower.get(decodeURIComponent(path).toLowerCase());
    } catch {
      return undefined;
    }
  };
}

/** Overrides by part, then defaults by extension (ECMA-376 Part 2, 7.2.3). */
function readContentTypes({ root }: XmlPart): (path: string) => string | undefined {
  const overrides = new Map<string, string>();
  const defaults = new Map<string, string>();
  for (const { attributes } of childrenOf(root, "ct:Override"))
    overrides.set((attributes["PartName"] ?? "").toLowerCase(), attributes["ContentType"] ?? "");
  for (const { attributes } of childrenOf(root, "ct:Default"))
    defaults.set((attributes["Extension"] ?? "").toLowerCase(), attributes["ContentType"] ?? "");
  return (path) => {
    const lower = path.toLowerCase();
    return overrides.get(`/${lower}`) ?? defaults.get(lower.slice(lower.lastIndexOf(".") + 1));
  };
}
