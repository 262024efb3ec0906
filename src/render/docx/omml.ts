import type { Formula, MathNode } from "../../document/index.ts";
import type { Child } from "./element.ts";
import { element } from "./element.ts";
import { escapeText } from "./text.ts";

/** A formula as Office Math (ECMA-376 part 1, 22.1). One that is set apart is a paragraph of its own kind (22.1.2.78). */
export function officeMath(formula: Formula): Child | undefined {
  if (formula.math === undefined) return undefined;
  const math = element("m:oMath", undefined, ...convert(formula.math));
  return formula.display ? element("m:oMathPara", undefined, math) : math;
}

/** Office Math has an element for most of MathML; what only arranges gives what it holds. */
function convert(node: MathNode): readonly Child[] {
  const writer = writers[node.name];
  return writer === undefined ? sequence(node.children) : writer(node);
}

const writers: Readonly<Record<string, (node: MathNode) => readonly Child[]>> = {
  mi: (node) => run(textOf(node), letterStyle(node)),
  mn: (node) => run(textOf(node), letterStyle(node)),
  mo: (node) => run(textOf(node), letterStyle(node)),
  ms: (node) => run(textOf(node), [flag("m:nor")]),
  mtext: (node) => run(textOf(node), [flag("m:nor")]),
  mspace: (node) =>
    Number.parseFloat(node.attributes["width"] ?? "0") >= 1 ? run("\u2003", []) : [],
  mrow: (node) => fenced(node) ?? sequence(node.children),
  TeXAtom: (node) => fenced(node) ?? sequence(node.children),
  mfrac: fraction,
  msqrt: (node) => [
    element(
      "m:rad",
      undefined,
      element("m:radPr", undefined, value("m:degHide", "1")),
      element("m:deg"),
      held("m:e", node.children),
    ),
  ],
  mroot: ({ children: [base, degree] }) => [
    element("m:rad", undefined, held("m:deg", [degree]), held("m:e", [base])),
  ],
  msup: ({ children: [base, over] }) => [
    element("m:sSup", undefined, held("m:e", [base]), held("m:sup", [over])),
  ],
  msub: ({ children: [base, under] }) => [
    element("m:sSub", undefined, held("m:e", [base]), held("m:sub", [under])),
  ],
  msubsup: ({ children: [base, under, over] }) => [
    element(
      "m:sSubSup",
      undefined,
      held("m:e", [base]),
      held("m:sub", [under]),
      held("m:sup", [over]),
    ),
  ],
  mover: ({ children: [base, over] }) => above(base, over),
  munder: ({ children: [base, under] }) => below(base, under),
  munderover: ({ children: [base, under, over] }) => [
    element(
      "m:limUpp",
      undefined,
      element("m:e", undefined, ...below(base, under)),
      held("m:lim", [over]),
    ),
  ],
  mtable: table,
  menclose: (node) =>
    node.attributes["notation"] === "box"
      ? [element("m:borderBox", undefined, held("m:e", node.children))]
      : sequence(node.children),
  mphantom: (node) => [
    element(
      "m:phant",
      undefined,
      element("m:phantPr", undefined, value("m:show", "0")),
      held("m:e", node.children),
    ),
  ],
};

/** Elements one after another. What a sum or integral is over stands within it. */
function sequence(nodes: readonly MathNode[]): readonly Child[] {
  const children: Child[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as MathNode;
    const operator = naryOf(node);
    if (operator === undefined) children.push(...convert(node));
    else {
      at++;
      children.push(nary(operator, nodes[at]));
    }
  }
  return children;
}

type Nary = {
  readonly sign: string;
  readonly under: MathNode | undefined;
  readonly over: MathNode | undefined;
  readonly limits: "undOvr" | "subSup";
};

/** A sum, product, integral or union with its limits (22.1.2.70). */
function naryOf(node: MathNode): Nary | undefined {
  const [base, first, second] = unwrapped(node).children;
  const sign = base === undefined ? "" : textOf(base);
  if (!/^[\u2211\u220F\u2210\u222B-\u2233\u22C0-\u22C3\u2A00-\u2A06\u2A0C]$/.test(sign))
    return undefined;
  const { name } = unwrapped(node);
  const limits = name.startsWith("mu") || name === "mover" ? "undOvr" : "subSup";
  if (name === "munderover" || name === "msubsup")
    return { sign, under: first, over: second, limits };
  if (name === "munder" || name === "msub") return { sign, under: first, over: undefined, limits };
  if (name === "mover" || name === "msup") return { sign, under: undefined, over: first, limits };
  return undefined;
}

function nary({ sign, under, over, limits }: Nary, operand: MathNode | undefined): Child {
  return element(
    "m:nary",
    undefined,
    element(
      "m:naryPr",
      undefined,
      value("m:chr", sign),
      value("m:limLoc", limits),
      value("m:subHide", under === undefined ? "1" : "0"),
      value("m:supHide", over === undefined ? "1" : "0"),
    ),
    held("m:sub", [under]),
    held("m:sup", [over]),
    held("m:e", [operand]),
  );
}

/** What stands between brackets that grow with it (22.1.2.24); undefined for other rows. */
function fenced(node: MathNode): readonly Child[] | undefined {
  const children =
    node.children.length === 1 ? (node.children[0] as MathNode).children : node.children;
  const [first] = children;
  const last = children.at(-1);
  if (node.attributes["class"] !== "inner" || children.length < 2) return undefined;
  if (first?.attributes["class"] !== "open" || last?.attributes["class"] !== "close")
    return undefined;
  return [
    element(
      "m:d",
      undefined,
      element(
        "m:dPr",
        undefined,
        value("m:begChr", textOf(first)),
        value("m:endChr", textOf(last)),
      ),
      held("m:e", children.slice(1, -1)),
    ),
  ];
}

function fraction(node: MathNode): readonly Child[] {
  const [over, under] = node.children;
  const noLine = /^0(?:\D|$)/.test(node.attributes["linethickness"] ?? "");
  const type = noLine ? element("m:fPr", undefined, value("m:type", "noBar")) : undefined;
  return [element("m:f", undefined, type, held("m:num", [over]), held("m:den", [under]))];
}

/** Accents as Office Math knows them: combining characters (22.1.2.1). */
const accents: Readonly<Record<string, string>> = {
  "^": "\u0302",
  "\u02C6": "\u0302",
  "~": "\u0303",
  "\u02DC": "\u0303",
  "\u02D9": "\u0307",
  "\u00A8": "\u0308",
  "\u02C7": "\u030C",
  "\u02D8": "\u0306",
  "\u00B4": "\u0301",
  "`": "\u0300",
  "\u02CA": "\u0301",
  "\u02CB": "\u0300",
  "\u2192": "\u20D7",
  "\u20D7": "\u20D7",
};

function above(base: MathNode | undefined, over: MathNode | undefined): readonly Child[] {
  const sign = over === undefined ? "" : textOf(over);
  if (sign === "\u00AF" || sign === "\u2015" || sign === "\u203E" || sign === "_")
    return bar(base, "top");
  const accent = over?.name === "mo" ? accents[sign] : undefined;
  if (accent !== undefined) {
    const properties = element("m:accPr", undefined, value("m:chr", accent));
    return [element("m:acc", undefined, properties, held("m:e", [base]))];
  }
  if (/^[\u23DE\u23B4\u23DC]$/.test(sign)) return grouped(base, sign, "top");
  return [element("m:limUpp", undefined, held("m:e", [base]), held("m:lim", [over]))];
}

function below(base: MathNode | undefined, under: MathNode | undefined): readonly Child[] {
  const sign = under === undefined ? "" : textOf(under);
  if (sign === "\u2015" || sign === "_" || sign === "\u0332") return bar(base, "bot");
  if (/^[\u23DF\u23B5\u23DD]$/.test(sign)) return grouped(base, sign, "bot");
  return [element("m:limLow", undefined, held("m:e", [base]), held("m:lim", [under]))];
}

function bar(base: MathNode | undefined, position: "top" | "bot"): readonly Child[] {
  const properties = element("m:barPr", undefined, value("m:pos", position));
  return [element("m:bar", undefined, properties, held("m:e", [base]))];
}

function grouped(
  base: MathNode | undefined,
  sign: string,
  position: "top" | "bot",
): readonly Child[] {
  const other = position === "top" ? "bot" : "top";
  const properties = element(
    "m:groupChrPr",
    undefined,
    value("m:chr", sign),
    value("m:pos", position),
    value("m:vertJc", other),
  );
  return [element("m:groupChr", undefined, properties, held("m:e", [base]))];
}

function table(node: MathNode): readonly Child[] {
  const rows = node.children.map((row) =>
    row.name === "mlabeledtr" ? row.children.slice(1) : row.children,
  );
  const width = Math.max(1, ...rows.map((row) => row.length));
  const [first = "center"] = (node.attributes["columnalign"] ?? "center").split(" ");
  const jc = first === "left" || first === "right" ? first : "center";
  const columns = element(
    "m:mcs",
    undefined,
    element(
      "m:mc",
      undefined,
      element("m:mcPr", undefined, value("m:count", String(width)), value("m:mcJc", jc)),
    ),
  );
  const cells = (row: readonly MathNode[]): readonly Child[] =>
    Array.from({ length: width }, (_, at) => held("m:e", [row[at]]));
  return [
    element(
      "m:m",
      undefined,
      element("m:mPr", undefined, value("m:plcHide", "1"), columns),
      ...rows.map((row) => element("m:mr", undefined, ...cells(row))),
    ),
  ];
}

function held(name: string, nodes: readonly (MathNode | undefined)[]): Child {
  return element(name, undefined, ...sequence(nodes.filter((node) => node !== undefined)));
}

function run(text: string, properties: readonly Child[]): readonly Child[] {
  if (text === "") return [];
  const style = properties.length === 0 ? undefined : element("m:rPr", undefined, ...properties);
  return [
    element("m:r", undefined, style, element("m:t", { "xml:space": "preserve" }, escapeText(text))),
  ];
}

/** Single letters slope unless they say otherwise; names such as "sin" stand upright (22.1.2.111). */
function letterStyle(node: MathNode): readonly Child[] {
  const variant = node.attributes["mathvariant"] ?? "";
  const script = /double-struck|script|fraktur|sans-serif|monospace/.exec(variant)?.[0];
  const isBold = variant.includes("bold");
  const isUpright = variant !== "" ? !variant.includes("italic") : [...textOf(node)].length > 1;
  const scripts = script === undefined ? [] : [value("m:scr", script)];
  if (isBold) return [...scripts, value("m:sty", isUpright ? "b" : "bi")];
  return isUpright && node.name === "mi" ? [...scripts, value("m:sty", "p")] : scripts;
}

function unwrapped(node: MathNode): MathNode {
  const [only, second] = node.children;
  const wraps = /^(?:mrow|TeXAtom|mstyle|inferredMrow|mpadded)$/.test(node.name);
  return wraps && only !== undefined && second === undefined ? unwrapped(only) : node;
}

function textOf(node: MathNode): string {
  return node.text ?? node.children.map(textOf).join("");
}

function value(name: string, text: string): Child {
  return element(name, { "m:val": text });
}

function flag(name: string): Child {
  return element(name);
}
