import type { Theme } from "../../../theme/index.ts";
import { characterStyles } from "./character-styles.ts";
import type { CharacterStyle } from "./style.ts";

/** Properties in the order of EG_RPrBase (17.3.2.28), as far as character styles use them. */
const order = [
  "w:rFonts",
  "w:b",
  "w:bCs",
  "w:i",
  "w:iCs",
  "w:caps",
  "w:strike",
  "w:color",
  "w:spacing",
  "w:sz",
  "w:szCs",
  "w:u",
  "w:shd",
  "w:vertAlign",
];

/** The plain character styles, for each set of nested ones the style that joins them, and what they are in bold paragraphs. */
export function allCharacterStyles(
  theme: Theme,
  joined: ReadonlyMap<string, readonly string[]>,
  inBold: ReadonlySet<string>,
): readonly CharacterStyle[] {
  const plain = characterStyles(theme);
  const byId = new Map(plain.map((style) => [style.id, style]));
  const joint = [...joined.entries()].map(([id, parts]): CharacterStyle => {
    const styles = parts.flatMap((part) => byId.get(part) ?? []);
    return {
      id,
      name: styles.map(({ name }) => name).join(" + "),
      properties: join(styles.map(({ properties }) => properties)),
    };
  });
  const all = [...plain, ...joint];
  const unbold = all.filter(({ id }) => inBold.has(id));
  return [
    ...all,
    ...unbold.map(({ id, name, properties }) => ({
      id: `${id}InBold`,
      name: `${name} in Bold`,
      properties: properties.replace(/<w:b(?:Cs)?\/>/g, ""),
    })),
  ];
}

function join(all: readonly string[]): string {
  const found = new Map<string, string>();
  for (const properties of all)
    for (const [element, name] of properties.matchAll(/<(w:\w+)[^>]*\/>/g))
      if (name !== undefined) found.set(name, element);
  return order.map((name) => found.get(name) ?? "").join("");
}
