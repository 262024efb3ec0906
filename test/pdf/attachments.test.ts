import { fileURLToPath } from "node:url";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import type { BuildOptions } from "../../src/build/index.ts";
import { build } from "../../src/build/index.ts";
import { createMemory, createRecorder } from "../../src/cache/index.ts";
import type { MemoryHost } from "../../src/host/index.ts";
import { memoryHost, nodeHost } from "../../src/host/index.ts";
import { checkPdf } from "../support/pdf/check-pdf.ts";
import type { PdfDictionary } from "../support/pdf/objects.ts";
import { readObjects } from "../support/pdf/objects.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";

const program = fileURLToPath(new URL("../..", import.meta.url));
const shipped = nodeHost({ projectFolder: program, programFolder: program, environment: {} });

function world(files: Readonly<Record<string, string>>): MemoryHost {
  return {
    ...memoryHost(files),
    shipped: shipped.shipped,
    listShipped: shipped.listShipped,
  };
}

const markdown = `# Waves

In water of depth $h$, where $h<\\lambda$, a wave runs at

$$c = \\sqrt{gh} + \\text{drift \\& tide}$$

so depth $h$ counts.

:::table[Depths]{src=data/depths.csv}
:::
`;
const files = { "a.md": markdown, "data/depths.csv": "Station,Depth\nNorth,4\n" };
const request: BuildOptions = {
  sources: ["a.md"],
  kinds: ["report"],
  formats: ["pdf"],
  output: "a.pdf",
};

async function made(
  options: Partial<BuildOptions>,
  with_: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const host = world({ ...files, ...with_ });
  const { diagnostics } = await build({ ...request, ...options }, host);
  expect(diagnostics).toEqual([]);
  return host.read("a.pdf") as Uint8Array;
}

/** What pdf.js lists, by name. */
async function attachmentsOf(bytes: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const found = (await document.getAttachments()) as Record<string, { content: Uint8Array }> | null;
  const texts = Object.entries(found ?? {}).map(([name, { content }]): [string, string] => [
    name,
    new TextDecoder().decode(content),
  ]);
  return Object.fromEntries(texts);
}

/** What formulas have with them: what is read out, and the MathML. */
async function formulasOf(bytes: Uint8Array): Promise<readonly (readonly [string, string])[]> {
  const { references, dictionary, array, stream } = await readObjects(bytes);
  return references
    .map(dictionary)
    .filter((object) => object["/S"] === "/Formula")
    .map((formula) => {
      const [file, ...more] = array(formula["/AF"]).map(dictionary);
      expect(more).toEqual([]);
      expect(file?.["/AFRelationship"]).toBe("/Supplement");
      const embedded = dictionary(file?.["/EF"] ?? null)["/F"];
      expect(dictionary(embedded)["/Subtype"]).toBe("/application/mathml+xml");
      expect(file?.["/Desc"]).toBe(formula["/Alt"]);
      return [
        String(formula["/Alt"]).replace("u:", ""),
        new TextDecoder().decode(Uint8Array.from(stream(embedded), (byte) => byte.charCodeAt(0))),
      ];
    });
}

async function partOf(bytes: Uint8Array): Promise<unknown> {
  return (await readPdf(bytes)).metadata["pdfaid:part"];
}

test("each formula has its MathML with it, in a file that says that it is PDF/A-3a", async () => {
  const bytes = await made({ attach: ["formulas"] });
  await checkPdf(bytes);
  expect(await partOf(bytes)).toBe("3");
  const math = (more: string, content: string) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<math xmlns="http://www.w3.org/1998/Math/MathML"${more}>${content}</math>\n`;
  const depth = math("", "<mi>h</mi>");
  expect(await formulasOf(bytes)).toEqual([
    ["h", depth],
    ["h is less than lambda", math("", "<mi>h</mi><mo>&lt;</mo><mi>λ</mi>")],
    [
      expect.stringContaining("drift"),
      math(
        ' display="block"',
        "<mi>c</mi><mo>=</mo><msqrt><mi>g</mi><mi>h</mi></msqrt><mo>+</mo><mtext>drift &amp; tide</mtext>",
      ),
    ],
    ["h", depth],
  ]);
  // What is said twice is one file.
  expect(Object.keys(await attachmentsOf(bytes))).toEqual([
    "formula-1.mml",
    "formula-2.mml",
    "formula-3.mml",
  ]);
});

test("the source and the data of its tables travel as they are, for the document as a whole", async () => {
  const bytes = await made({ attach: ["source", "data"] });
  await checkPdf(bytes);
  expect(await attachmentsOf(bytes)).toEqual({
    "a.md": markdown,
    "depths.csv": files["data/depths.csv"],
  });
  const { trailer, dictionary, array } = await readObjects(bytes);
  const whole = array(dictionary(trailer["/Root"])["/AF"]).map(dictionary);
  const said = (file: PdfDictionary) => [file["/UF"], file["/AFRelationship"]];
  expect(whole.map(said)).toEqual([
    ["u:a.md", "/Source"],
    ["u:depths.csv", "/Data"],
  ]);
});

test("two files of one name keep both", async () => {
  const two = `# Two\n\n:::table{src=a/depths.csv}\n:::\n\n:::table{src=b/depths.csv}\n:::\n`;
  const bytes = await made(
    { attach: ["data"] },
    { "a.md": two, "a/depths.csv": "A,B\n1,2\n", "b/depths.csv": "A,B\n3,4\n" },
  );
  expect(await attachmentsOf(bytes)).toEqual({
    "depths.csv": "A,B\n1,2\n",
    "depths-2.csv": "A,B\n3,4\n",
  });
});

test("without anything to attach the file is the usual one, byte for byte", async () => {
  const plain = { "a.md": "# Nothing\n\nNo formula stands here.\n" };
  expect(await made({ attach: ["formulas"] }, plain)).toEqual(await made({}, plain));
  const usual = await made({});
  expect(await partOf(usual)).toBe("2");
  expect(await made({ attach: [] })).toEqual(usual);
});

test("dossier.yaml says it for the project or for a target, and the command line outdoes both", async () => {
  const project = (yaml: string) => ({ "dossier.yaml": yaml });
  const parts = [
    await made({}, project("attach: formulas\n")),
    await made({ attach: [] }, project("attach: [formulas, data]\n")),
  ];
  expect(await Promise.all(parts.map(partOf))).toEqual(["3", "2"]);
  const target = "kind: report, source: a.md, format: pdf, output: a.pdf";
  const { output: _, sources: __, ...all } = request;
  const host = world({
    ...files,
    ...project(`attach: source\ntargets:\n  - {${target}, attach: [formulas]}\n`),
  });
  await build({ ...all, sources: [] }, host);
  const found = await attachmentsOf(host.read("a.pdf") as Uint8Array);
  expect(Object.keys(found)).toEqual(["formula-1.mml", "formula-2.mml", "formula-3.mml"]);
});

test("what is for all readers does not go out with what is for some", async () => {
  const rules = async (attach: readonly string[]) => {
    const asked = { ...request, audience: "public", attach };
    return (await build(asked, world(files))).diagnostics.map(({ rule }) => rule);
  };
  expect(await rules(["source"])).toEqual(["attachment-is-for-its-readers"]);
  expect(await rules(["formulas", "data"])).toEqual(["attachment-is-for-its-readers"]);
  expect(await rules(["formulas"])).toEqual([]);
  expect(await rules(["formulae"])).toEqual(["attachment-exists"]);
});

test("a process that lives on attaches what a new one does, when formulas change places", async () => {
  const paragraphs = ["The first $a$ stands.", "The second $b$ too.", "The third $a$ again."];
  const host = world({});
  const recorder = createRecorder(host);
  const memory = createMemory(recorder);
  const orders = [
    [0, 1, 2],
    [1, 0, 2],
    [2, 1],
    [1, 1, 2],
    [0, 2, 1],
  ];
  for (const order of orders) {
    const text = `# T\n\n${order.map((at) => paragraphs[at]).join("\n\n")}\n`;
    host.write("a.md", new TextEncoder().encode(text));
    const attach = ["formulas", "source"];
    await build({ ...request, attach, recorder, memory }, host);
    expect(host.read("a.pdf")).toEqual(await made({ attach }, { "a.md": text }));
  }
});
