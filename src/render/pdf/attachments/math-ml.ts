import type { MathNode } from "../../../document/index.ts";
import { escapeXml, writable } from "../xml.ts";

/** A formula as a file of MathML (presentation), in one line. */
export function mathMlOf(math: MathNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementOf(math, ' xmlns="http://www.w3.org/1998/Math/MathML"')}\n`;
}

/** What is for the typesetter alone: its classes, and anchors that nothing leads to. */
const internal = new Set(["class", "id"]);

function elementOf(node: MathNode, more = ""): string {
  const { name, text = "" } = node;
  // Spaces at the ends count.
  if (name === "text") return escapeXml(writable(text));
  const content = contentOf(node);
  // TeX's atoms are rows of their own only where they hold several things.
  if (name === "TeXAtom" || name === "inferredMrow") {
    return content.length === 1 ? (content[0] as string) : `<mrow>${content.join("")}</mrow>`;
  }
  const attributes = Object.entries(node.attributes)
    .filter(([key]) => !internal.has(key) && !key.startsWith("data-"))
    .map(([key, value]) => ` ${key}="${escapeXml(writable(value))}"`);
  const start = `${name}${more}${attributes.join("")}`;
  return content.length === 0 ? `<${start}/>` : `<${start}>${content.join("")}</${name}>`;
}

/** MathML 3, 3.1.3.1: a row that is the only argument goes without saying. */
function contentOf({ name, children }: MathNode): readonly string[] {
  const [only] = children;
  const inferred = children.length === 1 && only?.name === "inferredMrow";
  if (inferred && (rowsOfThemselves.has(name) || name === "TeXAtom")) return contentOf(only);
  return children.map((child) => elementOf(child));
}

const rowsOfThemselves = new Set(
  "math msqrt mstyle merror mpadded mphantom menclose mtd mrow inferredMrow".split(" "),
);
