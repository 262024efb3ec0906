import type { Diagnostic, Outcome, Place, Report } from "../diagnostics/index.ts";
import { similarNames } from "../diagnostics/index.ts";
import type { Container, RootContent, Source } from "../source/index.ts";
import { placeOf, projectPath } from "../source/index.ts";
import type { Cells } from "./read-cells.ts";
import { readCells } from "./read-cells.ts";
import { tableNode } from "./table-node.ts";

/** Reads a file of the project; undefined when there is none, "outside" when a link leads out of the project folder. */
export type ReadFile = (path: string) => Uint8Array | "outside" | undefined;

/** The source with the rows of the files that its tables name. A table that cannot be had is told, and is not there. */
export function withTables(source: Source, read: ReadFile): Outcome<Source> {
  if (!source.text.includes("src=")) return { value: source, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const filling: Filling = { source, read, report: (found) => void diagnostics.push(found) };
  const children = filled(source.tree.children, filling);
  const value =
    children === source.tree.children ? source : { ...source, tree: { ...source.tree, children } };
  return { value, diagnostics };
}

/** The files that tables of a source take their rows from, each once, in their order. */
export function filesOfTables(source: Source): readonly string[] {
  const paths = new Set<string>();
  const look = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      const path = projectPath(source.file, srcOf(node) ?? "");
      if (srcOf(node) !== undefined && path !== undefined) paths.add(path);
      if ("children" in node) look(node.children as RootContent[]);
    }
  };
  if (source.text.includes("src=")) look(source.tree.children);
  return [...paths];
}

/** What a table names as the file of its rows. */
function srcOf(node: RootContent): string | undefined {
  if (node.type !== "container" || node.name !== "table") return undefined;
  return node.data?.attributes?.values.get("src");
}

type Filling = { readonly source: Source; readonly read: ReadFile; readonly report: Report };

function filled(children: RootContent[], filling: Filling): RootContent[] {
  let changed = false;
  const made = children.map((child) => {
    const next = filledNode(child, filling);
    changed ||= next !== child;
    return next;
  });
  return changed ? made : children;
}

function filledNode(node: RootContent, filling: Filling): RootContent {
  const src = srcOf(node);
  if (node.type === "container" && src !== undefined) {
    const table = tableFor(node, src, filling);
    return table === undefined ? node : { ...node, children: [table, ...node.children] };
  }
  if (!("children" in node) || node.type === "paragraph") return node;
  const children = filled(node.children as RootContent[], filling);
  return children === node.children ? node : ({ ...node, children } as RootContent);
}

function tableFor(node: Container, src: string, filling: Filling): RootContent | undefined {
  const { source, report } = filling;
  const place = placeOf(source, node);
  const refuse = (rule: string, message: string, ...hints: readonly string[]): undefined => {
    report({ rule, severity: "error", message, place, hints });
    return undefined;
  };
  const path = projectPath(source.file, src);
  if (path === undefined)
    return refuse(
      "data-is-local",
      `The file "${src}" is not in the project folder.`,
      "Put the file into the project and write its path from this file.",
    );
  const bytes = filling.read(path);
  if (bytes === "outside")
    return refuse(
      "data-is-local",
      `The file "${path}" is a link to a file outside the project folder.`,
      "Put a copy of the file in its place.",
    );
  if (bytes === undefined)
    return refuse("data-exists", `There is no file "${path}".`, "The path counts from this file.");
  const values = node.data?.attributes?.values ?? new Map<string, string>();
  const read = readCells(path, bytes, { delimiter: values.get("delimiter") }, report, refuse);
  if (read === undefined) return undefined;
  const limited = limitedTo(read.cells, Number(values.get("limit") ?? "0"));
  const chosen = chosenColumns(limited, values.get("columns"), place, report);
  return tableNode(chosen, node, Number(values.get("header-rows") ?? "1"));
}

function limitedTo(cells: Cells, limit: number): Cells {
  return Number.isInteger(limit) && limit > 0 ? cells.slice(0, limit + 1) : cells;
}

/** `columns="Name, Total"`: these columns alone, in this order. */
function chosenColumns(
  cells: Cells,
  wanted: string | undefined,
  place: Place,
  report: Report,
): Cells {
  const [head] = cells;
  if (wanted === undefined || head === undefined) return cells;
  const names = wanted.split(",").map((name) => name.trim());
  const places = names.flatMap((name) => {
    const column = head.findIndex((cell) => cell.trim() === name);
    if (column >= 0) return [column];
    const near = similarNames(name, head);
    report({
      rule: "data-column-exists",
      severity: "error",
      message: `The file has no column "${name}".`,
      place,
      hints: [...near.map((one) => `Did you mean "${one}"?`), `It has: ${head.join(", ")}.`],
    });
    return [];
  });
  return cells.map((row) => places.map((column) => row[column] ?? ""));
}
