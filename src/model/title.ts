import type { Heading } from "mdast";
import type { Phrasing, Source } from "../source/index.ts";
import { placeOf } from "../source/index.ts";
import type { Building, DraftSection } from "./building.ts";
import { warning } from "./building.ts";
import { declareId } from "./ids.ts";
import type { Head, HeadValue } from "./model.ts";
import { attributesOf } from "./nodes.ts";
import { preparePhrasing } from "./prepare.ts";

/**
 * The heading that is the title of the document: its only `#`, or the one that it begins with. With several of them and
 * a title in the head, all are sections.
 */
export function titleHeading(source: Source, head: Head, language: string): Heading | undefined {
  const first = source.tree.children.find((node) => node.type === "heading" && node.depth === 1);
  if (first?.type !== "heading") return undefined;
  const others = source.tree.children.filter(
    (node) => node !== first && node.type === "heading" && node.depth === 1 && !isRegister(node),
  );
  if (isRegister(first)) return undefined;
  if (others.length === 0) return first;
  const isFirst = source.tree.children[0] === first;
  return isFirst && headTitle(head, language) === undefined ? first : undefined;
}

function isRegister(node: Heading): boolean {
  return attributesOf(node).classes.includes("register");
}

/** The document's own section, still empty. */
export function rootSection(
  building: Building,
  head: Head,
  title: Heading | undefined,
): DraftSection {
  const { source, language } = building;
  const start = { file: source.file, line: 1, column: 1 };
  const place = title === undefined ? start : placeOf(source, title);
  const attributes =
    title === undefined ? { classes: [], values: new Map<string, string>() } : attributesOf(title);
  const { id } = attributes;
  const isNamed = id !== undefined && declareId(building, id, place);
  const several = source.tree.children.some(
    (node) => node.type === "heading" && node.depth === 1 && node !== title && !isRegister(node),
  );
  return {
    kind: "section",
    id: isNamed ? id : "",
    level: 1,
    depth: several ? 0 : 1,
    heading: headingOf(building, head, title, language),
    attributes,
    annexIn: [],
    editorial: attributes.classes.includes("editorial"),
    content: [],
    sections: [],
    place,
  };
}

function headingOf(
  building: Building,
  head: Head,
  title: Heading | undefined,
  language: string,
): Phrasing {
  if (title !== undefined) {
    return preparePhrasing(building, title.children, { only: [], editorial: false, printed: true });
  }
  const { file } = building.source;
  const given = headTitle(head, language);
  if (given !== undefined) return [{ type: "text", value: given }];
  const name = fileTitle(file);
  warning(building.report, "document-has-title", { file, line: 1, column: 1 }, [
    `The source has no title, so it is named "${name}"${file === "-" ? "" : " after its file"}.`,
    'Begin it with a heading "# Title", or give title: in the head.',
  ]);
  return [{ type: "text", value: name }];
}

/** `title:` of the head, when it is a text or has one in the language. */
function headTitle(head: Head, language: string): string | undefined {
  const value = head.fields.entries.get("title");
  return value === undefined ? undefined : inLanguage(value, language);
}

function inLanguage(value: HeadValue, language: string): string | undefined {
  if (value.kind === "text") return value.text === "" ? undefined : value.text;
  if (value.kind !== "map") return undefined;
  const own = value.entries.get(language) ?? value.entries.get(language.split("-")[0] ?? "");
  return own?.kind === "text" && own.text !== "" ? own.text : undefined;
}

/** "annual report" from `data/annual-report.md`. */
function fileTitle(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  const words = (dot > 0 ? name.slice(0, dot) : name).replace(/[-_\s]+/g, " ").trim();
  return words === "" ? "Untitled" : words;
}
