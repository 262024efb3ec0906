import type { Report } from "../diagnostics/index.ts";
import { similarNames } from "../diagnostics/index.ts";
import type { StyleSheet, WordStyle } from "../ooxml/index.ts";
import { headingStandIns, standIns } from "./style-names.ts";

/** Says that a style of ours is to be added without a word. */
const ours = "own";

export type StyleMatch =
  | { readonly kind: "found"; readonly style: WordStyle }
  /** It has to be added to the template under this id. */
  | { readonly kind: "added"; readonly id: string };

export type StyleMatches = {
  /** Id in the template of a style of ours; the same id when we have no such style either. */
  readonly idOf: (id: string) => string;
  readonly matchOf: (id: string) => StyleMatch | undefined;
  /** Ours that have to be added, in the order of our file. */
  readonly added: () => readonly WordStyle[];
};

/**
 * Finds for each style that the content uses the one of the template: by the table of the settings, by name, by what stands for it.
 * A style that is not there is told and added. `used` are ids of ours.
 */
export function matchStyles(
  own: StyleSheet,
  template: StyleSheet,
  used: ReadonlySet<string>,
  table: ReadonlyMap<string, string>,
  file: string,
  report: Report,
): StyleMatches {
  const matches = new Map<string, StyleMatch>();
  const taken = new Set(template.styles.map(({ id }) => id.toLowerCase()));
  const wanted = (style: WordStyle): string | undefined =>
    table.get(style.name) ?? table.get(style.id);

  function match(id: string): StyleMatch | undefined {
    const known = matches.get(id);
    if (known !== undefined) return known;
    const style = own.byId(id);
    if (style === undefined) return undefined;
    const found = wanted(style) === ours ? undefined : find(style, template, wanted(style));
    const made: StyleMatch =
      found === undefined
        ? { kind: "added", id: freeId(id, taken) }
        : { kind: "found", style: found };
    matches.set(id, made);
    // What an added style is based on has to be there too.
    if (made.kind === "added" && style.basedOn !== undefined) match(style.basedOn);
    return made;
  }

  const missing: WordStyle[] = [];
  for (const style of own.styles) {
    if (!used.has(style.id)) continue;
    const name = wanted(style);
    if (name !== undefined && name !== ours && template.byName(style.type, name) === undefined)
      tellUnknown(style, name, template, file, report);
    if (match(style.id)?.kind === "added" && name === undefined) missing.push(style);
  }
  if (missing.length > 0) tellMissing(missing, file, report);
  return {
    matchOf: (id) => matches.get(id),
    idOf(id) {
      const found = matches.get(id);
      if (found === undefined) return id;
      return found.kind === "found" ? found.style.id : found.id;
    },
    added: () => own.styles.filter(({ id }) => matches.get(id)?.kind === "added"),
  };
}

function find(
  style: WordStyle,
  template: StyleSheet,
  wanted: string | undefined,
): WordStyle | undefined {
  const named = [
    ...(wanted === undefined ? [] : [wanted]),
    style.name,
    ...(Object.hasOwn(standIns, style.name) ? (standIns[style.name] ?? []) : []),
    ...headingStandIns(style.name),
  ];
  for (const name of named) {
    const found = template.byName(style.type, name);
    if (found !== undefined) return found;
  }
  // Running text looks like the template's running text, which many templates leave to their default style.
  const isPlain = style.isDefault || style.name === "Body Text";
  return isPlain ? template.defaultOf(style.type) : undefined;
}

function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${id}Dossier${number}`;
  taken.add(free.toLowerCase());
  return free;
}

/** All in one, since a product has some that no office has by that name. */
function tellMissing(styles: readonly WordStyle[], file: string, report: Report): void {
  const named = (type: string): string => {
    const names = styles.filter((style) => style.type === type).map(({ name }) => `"${name}"`);
    return names.length === 0
      ? ""
      : `${type} style${names.length === 1 ? "" : "s"} ${names.join(", ")}`;
  };
  const all = ["paragraph", "character", "table", "numbering"]
    .map(named)
    .filter((text) => text !== "");
  const [first] = styles;
  report({
    rule: "word-style-exists",
    severity: "warning",
    message: `The Word template "${file}" lacks the ${all.join(" and the ")}; Dossier's own were added, fitted to it.`,
    hints: [
      `Make styles of these names in the template, or name others under "word-template", "styles": "${first?.name}: Name in the template".`,
      `"${first?.name}: own" there adds Dossier's without a warning.`,
    ],
  });
}

function tellUnknown(
  style: WordStyle,
  wanted: string,
  template: StyleSheet,
  file: string,
  report: Report,
): void {
  const names = template.styles.filter(({ type }) => type === style.type).map(({ name }) => name);
  report({
    rule: "word-style-exists",
    severity: "error",
    message: `The Word template "${file}" has no ${style.type} style "${wanted}", which the settings name for "${style.name}".`,
    hints: similarNames(wanted, names).map((name) => `Did you mean "${name}"?`),
  });
}
