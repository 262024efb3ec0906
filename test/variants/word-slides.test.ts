import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { layOut } from "../../src/layout/index.ts";
import { renderDocx } from "../../src/render/docx/index.ts";
import { open, paragraphsOf, textOfParagraph } from "../docx/support.ts";
import { attributeOf } from "../docx/xml.ts";
import { assetsOf, themeOf } from "../layout/support.ts";
import { documentOf } from "../template/support.ts";
import { variants } from "./cases.ts";

const sources = {
  en: readFileSync("data/canada-japan.md", "utf8"),
  fr: readFileSync("test/variants/canada-japon.md", "utf8"),
};

/** As many points, rows and paragraphs as nobody should show. */
const far = `---
title: A deck of too much
---

# A deck of too much

## Points

${lines(40, (at) => `- Point ${at} ${"of the agreement ".repeat(at % 7)}`)}

## Rows

| Office | Task | Year |
| --- | --- | --- |
${lines(45, (at) => `| Office ${at} | ${"Exercises at sea and on land ".repeat(1 + (at % 4))} | ${2000 + at} |`)}

## Prose

${lines(6, (at) => `${"Both countries have agreed on what is to be done next. ".repeat(3 + at)}\n`)}

## Code

\`\`\`
${lines(50, (at) => `step ${at}`)}
\`\`\`
`;

function lines(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => line(at)).join("\n");
}

const cases = [
  ...(["en", "fr"] as const).flatMap((language) =>
    Object.entries(variants).map(([name, change]) => ({
      name: `${name} (${language})`,
      language,
      source: change(sources[language]),
    })),
  ),
  { name: "far too much", language: "en" as const, source: far },
];

/** Programs of the machine; without them there is nothing to judge by. */
const office = "soffice";
const reader = "pdftotext";
const has = (name: string): boolean => spawnSync(name, ["--version"]).error === undefined;
const isThere = has(office) && has(reader);
const folder = mkdtempSync(join(tmpdir(), "dossier-slides-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All decks as Word, and their pages as LibreOffice shows them. */
async function made(): Promise<void> {
  const theme = themeOf("slides");
  const assets = assetsOf(theme);
  const files: string[] = [];
  for (const [index, { source, language }] of cases.entries()) {
    const { value } = documentOf(source, { product: "slides", language });
    const { facts } = layOut(value, theme, assets).value;
    const file = join(folder, `${index}.docx`);
    writeFileSync(file, await renderDocx(value, theme, facts, assets, () => undefined));
    files.push(file);
  }
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
  const to = ["--headless", "--convert-to", "pdf", "--outdir", folder];
  execFileSync(office, [profile, ...to, ...files], { stdio: "ignore" });
}

const bare = (text: string): string => text.replace(/\s+/g, "");

test.skipIf(!isThere)(
  "every page of slides in Word begins with a title: nothing runs over",
  { timeout: 240_000 },
  async () => {
    await made();
    for (const [index, { name }] of cases.entries()) {
      const document = open(readFileSync(join(folder, `${index}.docx`))).part("word/document.xml");
      const titles = paragraphsOf(document)
        .filter((each) => attributeOf(each, "w:pStyle") === "SlideTitle")
        .map((each) => bare(textOfParagraph(each)));
      const text = execFileSync(reader, ["-layout", join(folder, `${index}.pdf`), "-"]);
      const pages = text.toString("utf8").split("\f").slice(0, -1).map(bare);
      expect(titles.length, name).toBeGreaterThan(5);
      // The title slide stands before all others.
      expect(pages.length, name).toBe(titles.length + 1);
      for (const [at, title] of titles.entries()) expect(pages[at + 1], name).toContain(title);
    }
  },
);
