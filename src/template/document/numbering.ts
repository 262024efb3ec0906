import type {
  Block,
  Caption,
  Heading,
  Inline,
  NodeId,
  Note,
  Section,
} from "../../document/index.ts";
import { letterOf, mapNodes, textOf, visitNodes } from "../../document/index.ts";

/** What is numbered. */
export type Numbering = {
  /** Levels of sections that bear a number; 0: none. */
  readonly sections: number;
  /** Captions of figures and tables begin with "Figure 2:". */
  readonly captions: boolean;
};

/** What a part of the document is called where others speak of it. */
export type Named = {
  readonly what: "figure" | "table" | "section" | "annex" | "slide" | "item" | "other";
  /** Absent: it has none. */
  readonly number?: string;
  /** Words of its heading or caption; empty when it has none. */
  readonly title: string;
};

export type Counted = {
  readonly content: readonly Block[];
  readonly notes: readonly Note[];
};

export type Counting = {
  readonly numbering: Numbering;
  /** Labels of the document's language. */
  readonly label: (key: string) => string;
  /** Nodes marked `.unnumbered`. */
  readonly unnumbered: ReadonlySet<NodeId>;
  /** A free id for a node within another. */
  readonly newId: (parent: NodeId) => NodeId;
};

/** Names of all that can be spoken of, in reading order. A figure or table that someone asks the number of has one in any case. */
export function countNodes(parts: Counted, counting: Counting): ReadonlyMap<NodeId, Named> {
  const named = new Map<NodeId, Named>();
  const wanted = new Set<NodeId>();
  visitNodes(
    parts,
    (node) => {
      if (node.kind === "reference" && node["shows"] === "number")
        wanted.add(String(node["target"]));
    },
    ["reference"],
  );
  const levels: number[] = [];
  const counts = { figure: 0, table: 0, annex: 0 };
  visitNodes(
    parts,
    (node) => {
      const id = node["id"] as NodeId;
      switch (node.kind) {
        case "section":
          named.set(id, sectionName(node as unknown as Section, levels, counts, counting));
          break;
        case "figure":
        case "table": {
          const caption = node["caption"] as Caption | undefined;
          const title = caption === undefined ? "" : textOf(caption.children).trim();
          const typed = typedNumber(title, node.kind, counting);
          const counts_ = counting.numbering.captions && caption !== undefined;
          const bears = (counts_ || wanted.has(id)) && !counting.unnumbered.has(id);
          if (typed !== undefined) counts[node.kind] = typed;
          else if (bears) counts[node.kind] += 1;
          const number = typed !== undefined || bears ? { number: String(counts[node.kind]) } : {};
          named.set(id, { what: node.kind, title, ...number });
          break;
        }
        default:
          nameOther(node, named);
      }
    },
    spokenOf,
  );
  return named;
}

/** Kinds that have a name, or hold what has one. */
const spokenOf = [
  ...(["section", "figure", "table", "list", "title", "slide"] as const),
  ...(["columns", "cards", "decision", "quickFacts", "tableOfContents", "listOfCaptions"] as const),
];

/** "Figure 3. Exports", typed by hand, keeps its number, and counting goes on from it. */
function typedNumber(
  title: string,
  what: "figure" | "table",
  { label }: Pick<Counting, "label">,
): number | undefined {
  const names = what === "figure" ? ["figure", "fig."] : ["table", "tableau"];
  const lower = title.toLowerCase();
  for (const name of [label(what).toLowerCase(), ...names]) {
    if (!lower.startsWith(name)) continue;
    const number = /^[\s\u00A0]*(\d{1,4})(?!\d)/.exec(title.slice(name.length))?.[1];
    if (number !== undefined) return Number(number);
  }
  return undefined;
}

/** An annex says its letter in its heading; what stands in it is `A.1`. */
function sectionName(
  section: Section,
  levels: number[],
  counts: { annex: number },
  { numbering, unnumbered }: Counting,
): Named {
  const { level, heading } = section;
  const title = textOf(heading.children).trim();
  levels.length = Math.min(levels.length, level);
  while (levels.length < level) levels.push(0);
  if (heading.role === "annex-title") {
    counts.annex += 1;
    levels[level - 1] = -counts.annex;
    return { what: "annex", number: letterOf(counts.annex), title };
  }
  if (level > numbering.sections || unnumbered.has(section.id)) return { what: "section", title };
  const last = levels[level - 1] ?? 0;
  levels[level - 1] = last < 0 ? 1 : last + 1;
  const number = levels
    .slice(0, level)
    .map((count) => (count < 0 ? letterOf(-count) : String(count)))
    .join(".");
  return { what: "section", number, title };
}

function nameOther(
  node: Readonly<Record<string, unknown>> & { readonly kind: string },
  named: Map<NodeId, Named>,
): void {
  const id = node["id"] as NodeId;
  if (node.kind === "list" && node["ordered"] === true) {
    const items = node["items"] as readonly { readonly id: NodeId }[];
    items.forEach((item, index) => {
      named.set(item.id, {
        what: "item",
        number: String(Number(node["start"]) + index),
        title: "",
      });
    });
    return;
  }
  const heading = node["heading"] as Heading | undefined;
  if (heading !== undefined && typeof id === "string") {
    const what = node.kind === "slide" ? "slide" : "other";
    named.set(id, { what, title: textOf(heading.children).trim() });
  } else if (node.kind === "title") {
    named.set(id, { what: "other", title: textOf(node["children"] as readonly Inline[]).trim() });
  }
}

/** The same document with its numbers at the head of headings and captions. */
export function withNumbers(
  parts: Counted,
  named: ReadonlyMap<NodeId, Named>,
  counting: Counting,
): Counted {
  return mapNodes(
    parts,
    (node) => {
      if (node.kind !== "section" && node.kind !== "figure" && node.kind !== "table") return node;
      const id = node["id"] as NodeId;
      const name = named.get(id);
      if (name?.number === undefined || name.what === "annex") return node;
      const enumerator = {
        kind: "enumerator",
        id: counting.newId(id),
        series: node.kind,
        number: name.number,
      } as const;
      if (node.kind === "section") {
        const heading = node["heading"] as Heading;
        const children = [enumerator, { kind: "text", value: "\u2002" }, ...heading.children];
        return { ...node, heading: { ...heading, children } };
      }
      if (typedNumber(name.title, node.kind, counting) !== undefined) return node;
      const caption = node["caption"] as Caption | undefined;
      const rest = caption?.children ?? [];
      const label: readonly Inline[] = [
        { kind: "text", value: `${counting.label(node.kind)}\u00A0` },
        enumerator,
        ...(rest.length === 0 ? [] : [{ kind: "text", value: counting.label("colon") } as const]),
      ];
      const children: readonly Inline[] = [
        { kind: "strong", id: counting.newId(id), children: label },
        ...(rest.length === 0 ? [] : [{ kind: "text", value: " " } as const]),
        ...rest,
      ];
      const whole = caption ?? { kind: "caption", id: counting.newId(id) };
      return { ...node, caption: { ...whole, children } };
    },
    ["section", "figure", "table"],
  );
}
