/** Kinds that many walks look for and most blocks do not hold. At most 30. */
const sought = [
  "reference",
  "noteReference",
  "link",
  "formula",
  "inlineImage",
  "figure",
  "table",
  "codeBlock",
  "tableOfContents",
  "listOfCaptions",
  "section",
  "slide",
  "title",
  "list",
  "columns",
  "cards",
  "decision",
  "quickFacts",
] as const;

export type SoughtKind = (typeof sought)[number];

/** What is known of blocks: nodes never change. */
const known: WeakMap<object, number> = new WeakMap();

/** A set of kinds. */
export function kindSet(kinds: readonly SoughtKind[]): number {
  return kinds.reduce((set, kind) => set | (1 << sought.indexOf(kind)), 0);
}

/** Whether a node is of one of the kinds or has one within. Blocks are gone through once, however often they are asked about. */
export function holdsKind(value: object, set: number): boolean {
  return (kindsIn(value) & set) !== 0;
}

function kindsIn(value: object): number {
  if (Array.isArray(value)) {
    let found = 0;
    for (const entry of value)
      if (typeof entry === "object" && entry !== null) found |= kindsIn(entry);
    return found;
  }
  const kept = isBlock(value);
  const before = kept ? known.get(value) : undefined;
  if (before !== undefined) return before;
  let found = 0;
  if ("kind" in value) {
    const index = sought.indexOf(value.kind as SoughtKind);
    if (index >= 0) found = 1 << index;
  }
  for (const name in value) {
    if (name === "place") continue;
    const entry: unknown = value[name as never];
    if (typeof entry === "object" && entry !== null) found |= kindsIn(entry);
  }
  if (kept) known.set(value, found);
  return found;
}

/** Blocks that texts are made of; smaller nodes are not worth remembering. */
export function isBlock(value: object): boolean {
  switch ("kind" in value ? value.kind : undefined) {
    case "paragraph":
    case "list":
    case "table":
    case "quote":
    case "definitionList":
    case "codeBlock":
    case "section":
    case "callout":
    case "group":
      return true;
    default:
      return false;
  }
}

const ids: WeakMap<object, ReadonlySet<string>> = new WeakMap();

/** Whether a block has one of the ids, or something in it has. Blocks are gone through once. */
export function holdsId(block: object, wanted: ReadonlySet<string>): boolean {
  for (const id of idsIn(block)) if (wanted.has(id)) return true;
  return false;
}

function idsIn(block: object): ReadonlySet<string> {
  const before = ids.get(block);
  if (before !== undefined) return before;
  const found = new Set<string>();
  const gather = (value: object): void => {
    if ("id" in value && typeof value.id === "string") found.add(value.id);
    for (const name in value) {
      const entry: unknown = value[name as never];
      if (name === "place" || typeof entry !== "object" || entry === null) continue;
      if (isBlock(entry)) for (const id of idsIn(entry)) found.add(id);
      else gather(entry);
    }
  };
  gather(block);
  ids.set(block, found);
  return found;
}
