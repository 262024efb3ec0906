import type { Nodes } from "mdast";
import type { Report } from "../diagnostics/index.ts";
import { childLists } from "./children.ts";
import { placeOf } from "./place.ts";
import type { Container, Root } from "./tree.ts";

/** Says which fences do not do what they seem to: what is never closed, closes nothing, or is not well formed. */
export function warnAboutContainers(
  root: Root,
  open: readonly Container[],
  text: string,
  file: string,
  report: Report,
): void {
  for (const container of open) {
    const { line, column } = placeOf({ file }, container);
    report({
      rule: "container-is-closed",
      severity: "warning",
      message: `The container "${container.name}" is never closed; it holds everything up to the end of what it stands in.`,
      place: { file, line, column },
      hints: ['Write ":::" on a line of its own where it should end.'],
    });
  }
  if (text.includes(":::")) visit(root, file, report);
}

function visit(node: Nodes, file: string, report: Report): void {
  if (node.type === "paragraph") {
    const [first] = node.children;
    const fence = first?.type === "text" ? /^(:{3,})(.*)/.exec(first.value) : null;
    if (first !== undefined && fence !== null)
      complain(first, (fence[2] ?? "").trim(), file, report);
    return;
  }
  for (const list of childLists(node)) for (const child of list) visit(child, file, report);
}

function complain(text: Nodes, rest: string, file: string, report: Report): void {
  const { line, column } = placeOf({ file }, text);
  const place = { file, line, column };
  if (rest === "") {
    report({
      rule: "fence-closes-a-container",
      severity: "warning",
      message: 'This ":::" closes nothing, so it is printed as text.',
      place,
      hints: ["Delete it, or look above for a container that was closed twice or not opened."],
    });
    return;
  }
  report({
    rule: "container-is-well-formed",
    severity: "warning",
    message: "This line looks like the start of a container but is not, so it is printed as text.",
    place,
    hints: [
      'Write ":::name", ":::name[Label]" or ":::name{#id .class key=value}", and nothing after it.',
    ],
  });
}
