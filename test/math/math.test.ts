import { initialize, verifyDeliverable } from "docxodus/core";
import { expect, test, vi } from "vitest";
import type { DocumentTree, Formula } from "../../src/document/index.ts";
import { isFormula, visitNodes } from "../../src/document/index.ts";
import { formulaSource } from "../../src/layout/index.ts";
import { setFormulas } from "../../src/math/index.ts";
import { bytesOf, open } from "../docx/support.ts";
import { all } from "../docx/xml.ts";
import { fromMarkdown, render } from "../pdf/support.ts";
import { checkPdf } from "../support/pdf/check-pdf.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";
import { tagsOf } from "../support/pdf/tag-tree.ts";

const noWords = async () => () => undefined;

async function setOf(markdown: string) {
  return setFormulas(fromMarkdown(`# T\n\n${markdown}\n`, "report"), noWords);
}

function formulasIn(document: DocumentTree): readonly Formula[] {
  const found: Formula[] = [];
  visitNodes(document, (node) => {
    if (isFormula(node)) found.push(node);
  });
  return found;
}

test("a formula is a drawing on the baseline of its line", async () => {
  const { value, diagnostics } = await setOf("A $x_1$ b");
  const [formula] = formulasIn(value);
  expect(diagnostics).toEqual([]);
  expect(formula?.drawing?.width).toBeGreaterThan(800);
  expect(formula?.drawing?.depth).toBeGreaterThan(100);
  expect(
    formula?.drawing?.shapes.every(({ fill }) => fill !== undefined && fill.colour === undefined),
  ).toBe(true);
});

test("a formula that is all of its paragraph stands apart, in the middle", async () => {
  const { value } = await setOf("$$a$$\n\n$$\nb\n$$\n\nWords $$c$$");
  const roles = value.content.flatMap((block) => (block.kind === "paragraph" ? [block.role] : []));
  expect(roles).toEqual(["formula", "formula", undefined]);
});

test("macros hold from where they are defined on, in one document alone", async () => {
  const { diagnostics } = await setOf("$\\newcommand{\\R}{\\mathbb{R}}\\R$ and $\\R^2$");
  expect(diagnostics).toEqual([]);
  expect((await setOf("$\\R$")).diagnostics).toHaveLength(1);
});

test.each([
  ["\\frac{a}", "missing argument"],
  ["\\nosuch x", "undefined control sequence"],
  ["{x", "missing close brace"],
  ["\\def\\a{\\a\\a}\\a", "maximum"],
  ["\\href{javascript:alert(1)}{x}", "undefined control sequence"],
  ["\\require{html}", "undefined control sequence"],
  ["a \u{10ffff}", "it is not read as tex"],
])("%s is told with its place and printed as it is written", async (tex, reason) => {
  const { value, diagnostics } = await setOf(`One $${tex}$ two`);
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({
    rule: "formula-is-sound",
    severity: "warning",
    place: { line: 3, column: 5 },
  });
  expect(diagnostics[0]?.message.toLowerCase()).toContain(reason);
  expect(formulasIn(value)).toEqual([]);
  expect(JSON.stringify(value)).toContain(JSON.stringify(`$${tex}$`));
});

test("in PDF a formula is a Formula with its words as alternative, painted in the colour of the text", async () => {
  const { value } = await setOf("A $x^2$ b\n\n$$\n\\sum_i x_i\n$$");
  const images = Object.fromEntries(
    formulasIn(value).map((formula) => [
      formulaSource(formula),
      {
        format: "png",
        width: 1,
        height: 1,
        density: 96,
        bytes: new Uint8Array(),
        ...(formula.drawing && { drawing: formula.drawing }),
      } as const,
    ]),
  );
  const { bytes } = render(value, "accessible", images);
  expect(await checkPdf(bytes)).toEqual([]);
  const { tags } = await readPdf(bytes);
  expect(tagsOf(tags, "Formula").map(({ alternative }) => alternative)).toEqual([
    "x squared",
    "the sum over i of x sub i",
  ]);
});

const every = [
  "e^{i\\pi}+1=0",
  "\\frac{1}{n}\\sum_{i=1}^n x_i",
  "\\int_0^\\infty e^{-x^2}\\,dx",
  "\\sqrt[3]{x}",
  "\\left(\\frac{a}{b}\\right)",
  "\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}",
  "\\begin{cases}1&x>0\\\\0&\\text{otherwise}\\end{cases}",
  "\\overbrace{x}^{n}\\underbrace{y}_{m}",
  "\\vec{v}\\hat{w}\\bar{x}\\dot{y}\\tilde{z}\\overline{ab}\\underline{c}",
  "\\lim_{x\\to0}\\sin x",
  "\\mathbb{R}\\mathcal{L}\\mathbf{v}\\mathrm{d}",
  "\\binom{n}{k}",
  "\\ce{H2O + CO2 -> H2CO3}",
  "\\boxed{x}\\phantom{y}\\cancel{z}",
  "\\begin{aligned}a&=b\\\\&=c\\end{aligned}",
  "a<b\\&c>d",
  "x'_{a}",
  "\\bigcup_{i}A_i\\prod_j",
  "\\left.\\frac{a}{b}\\right|_{x=0}",
  "{}_a^b X",
];

test("every kind of formula is Office Math without a fault, and none of its letters is lost", async () => {
  for (const level of ["log", "info", "debug", "warn"] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
  await initialize();
  const { value, diagnostics } = await setOf(
    every.map((tex) => `$${tex}$\n\n$$\n${tex}\n$$`).join("\n\n"),
  );
  expect(diagnostics).toEqual([]);
  const bytes = await bytesOf(value);
  const { findings } = await verifyDeliverable(bytes);
  expect(
    findings
      .filter(({ severity }) => severity === "error")
      .map(({ code, message }) => `${code}: ${message}`),
  ).toEqual([]);
  const part = open(bytes).part("word/document.xml");
  expect(all(part, "m:oMath")).toHaveLength(every.length * 2);
  expect(all(part, "m:oMathPara")).toHaveLength(every.length);
  const said = all(part, "m:oMath").map((math) =>
    all(math, "m:t")
      .map(({ text }) => text)
      .join(""),
  );
  expect(said[0]).toBe("eiπ+1=0");
  expect(said[2]).toBe("1n∑i=1nxi".replace("∑", ""));
}, 60_000);
