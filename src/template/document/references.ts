import type { Inline, NodeId, Reference } from "../../document/index.ts";
import type { Building } from "./building.ts";

/**
 * The words of a link to a part of the document. `[](#id)` says what the part is called, `{number}`, `{title}` and `{page}` in the words
 * stand for what their names say (`%s` is `{number}`, `{name}` is `{title}`, as in MyST). What they print is known when all is numbered.
 */
export function withReferences(
  building: Building,
  target: NodeId,
  children: readonly Inline[],
  parent: string,
): readonly Inline[] {
  const make: Make = (shows, written) => {
    const id = building.ids.idOf(undefined, parent, "t");
    if (written === "%s") building.percents.add(id);
    return { kind: "reference", id, target, shows, text: "" };
  };
  if (isBlank(children)) {
    const reference = make("number");
    building.automatic.add(reference.id);
    return [reference];
  }
  return children.flatMap((child) => filled(child, make));
}

type Make = (shows: Reference["shows"], written?: string) => Reference;

const isBlank = (children: readonly Inline[]): boolean =>
  children.every((child) => child.kind === "text" && child.value.trim() === "");

function filled(child: Inline, make: Make): readonly Inline[] {
  if (child.kind === "text") return parted(child, make);
  if (!("children" in child) || child.kind === "link") return [child];
  return [{ ...child, children: child.children.flatMap((inner) => filled(inner, make)) }];
}

function parted(text: Extract<Inline, { readonly kind: "text" }>, make: Make): readonly Inline[] {
  const pieces = text.value.split(/(\{(?:number|title|name|page)\}|%s)/);
  if (pieces.length === 1) return [text];
  return pieces.flatMap((piece, index): readonly Inline[] => {
    if (index % 2 === 1) return [make(shownBy(piece), piece)];
    return piece === "" ? [] : [{ ...text, value: piece }];
  });
}

function shownBy(piece: string): Reference["shows"] {
  if (piece === "{page}") return "page";
  return piece === "{title}" || piece === "{name}" ? "title" : "number";
}

/**
 * `@fig-ports`, `[@tbl-ships]` and `[-@sec-trade]` (the number alone), as in Quarto and pandoc-crossref, where something has this name; other
 * words with an @ stay as they are.
 */
export function mentionsIn(
  building: Building,
  text: Extract<Inline, { readonly kind: "text" }>,
  parent: string,
): readonly Inline[] {
  if (!text.value.includes("@")) return [text];
  const pattern = /(?<![\p{L}\p{N}_.@/])(?:\[(-?)@(NAME)\]|@(NAME))/u.source.replaceAll(
    "NAME",
    name,
  );
  const found: Inline[] = [];
  let from = 0;
  for (const match of text.value.matchAll(new RegExp(pattern, "gu"))) {
    const id = building.ids.target(match[2] ?? match[3] ?? "");
    if (id === undefined) continue;
    if (match.index > from) found.push({ ...text, value: text.value.slice(from, match.index) });
    const newId = (): string => building.ids.idOf(undefined, parent, "t");
    const reference: Reference = {
      kind: "reference",
      id: newId(),
      target: id,
      shows: "number",
      text: "",
    };
    if (match[1] !== "-") building.automatic.add(reference.id);
    found.push({ kind: "link", id: newId(), target: { kind: "node", id }, children: [reference] });
    from = match.index + match[0].length;
  }
  if (from === 0) return [text];
  if (from < text.value.length) found.push({ ...text, value: text.value.slice(from) });
  return found;
}

const name = "(?:fig|tbl|tab|sec)[-:][\\p{L}\\p{N}_-]*[\\p{L}\\p{N}]";
