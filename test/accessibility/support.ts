import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { checkWordFile } from "../../src/accessibility/index.ts";
import { bytesOf, onePixel } from "../docx/support.ts";
import { documentOf } from "../template/support.ts";

const markdown = [
  "---",
  "lang: en-CA",
  "---",
  "",
  "# The harbour",
  "",
  "It was dredged. See [the register of works](https://example.org/register), and [the works](#works).",
  "",
  "## Works {#works}",
  "",
  "Two were done:",
  "",
  "- dredging\n- marking",
  "",
  "![A dot](dot.png)",
  "",
  "### Costs",
  "",
  "| Work | Cost |\n| --- | ---: |\n| Dredging | 10 |\n| Marking | 2 |",
  "",
  "```\na\tb    c\n```",
].join("\n");

async function goodFile(): Promise<Uint8Array> {
  const { value } = documentOf(markdown, { product: "report", file: "t.md" });
  const dot = { format: "png", width: 1, height: 1, density: 96, bytes: onePixel } as const;
  return bytesOf(value, { "dot.png": dot, "data/dot.png": dot });
}
export const good: Promise<Uint8Array> = goodFile();

export function rulesOf(bytes: Uint8Array): readonly string[] {
  return checkWordFile(bytes, "a.docx").map(({ rule }) => rule);
}

export type Change = readonly [path: string, from: string | RegExp, to: string];

/** The good file with changes of its XML; each has to find its place. */
export async function broken(...changes: readonly Change[]): Promise<Uint8Array> {
  const parts = unzipSync(await good);
  for (const [path, from, to] of changes) {
    const text = strFromU8(parts[path] ?? new Uint8Array());
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${path} has no ${from}`);
    parts[path] = strToU8(changed);
  }
  return zipSync(parts);
}

export const body = "word/document.xml";
export const beforeText: RegExp = /(<w:p>(?:(?!<\/w:p>).)*It was dredged)/;
export const plain = (text: string, look = ""): string =>
  `<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
