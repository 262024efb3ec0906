import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { layOut } from "../../src/layout/index.ts";
import { renderDocx } from "../../src/render/docx/index.ts";
import { assetsOf, themeOf } from "../layout/support.ts";
import { documentOf } from "../template/support.ts";
import { variants } from "./cases.ts";

const sources = {
  en: readFileSync("data/canada-japan.md", "utf8"),
  fr: readFileSync("test/variants/canada-japon.md", "utf8"),
};

const cases = (["en", "fr"] as const).flatMap((language) =>
  Object.entries(variants).map(([name, change]) => ({
    name: `${name} (${language})`,
    language,
    source: change(sources[language]),
  })),
);

/** Programs of the machine; without them there is nothing to judge by. */
const office = "soffice";
const reader = "pdftotext";
const isThere = [office, reader].every(
  (name) => spawnSync(name, ["--version"]).error === undefined,
);
const folder = mkdtempSync(join(tmpdir(), "dossier-pages-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Word = {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
};

/** Words as LibreOffice shows them, points from the top left corner of their page. */
function wordsOf(file: string): readonly Word[] {
  const shown = execFileSync(reader, ["-bbox", file, "-"]).toString("utf8");
  const wanted = /<page |<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>(.*?)<\/word>/g;
  let page = 0;
  return [...shown.matchAll(wanted)].flatMap(([tag, x, y, text = ""]) => {
    if (tag === "<page ") page += 1;
    return x === undefined ? [] : [{ page, x: Number(x), y: Number(y), text }];
  });
}

test.skipIf(!isThere)(
  "a fact sheet in Word has the pages of the PDF, with headings and quick facts beside the text",
  { timeout: 240_000 },
  async () => {
    const theme = themeOf("fact-sheet");
    const assets = assetsOf(theme);
    const pages: number[] = [];
    const files: string[] = [];
    for (const [index, { source, language }] of cases.entries()) {
      const { value } = documentOf(source, { product: "fact-sheet", language });
      const laid = layOut(value, theme, assets).value;
      pages.push(laid.pages.length);
      const file = join(folder, `${index}.docx`);
      writeFileSync(file, await renderDocx(value, theme, laid.facts, assets, () => undefined));
      files.push(file);
    }
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
    const to = ["--headless", "--convert-to", "pdf", "--outdir", folder];
    execFileSync(office, [profile, ...to, ...files], { stdio: "ignore" });
    for (const [index, { name, language }] of cases.entries()) {
      const words = wordsOf(join(folder, `${index}.pdf`));
      // Word's lines are not quite ours: with other content the last few may stand on a page of their own.
      const more = Math.abs((words.at(-1)?.page ?? 0) - (pages[index] ?? 0));
      expect(more, name).toBeLessThan(name.startsWith("as it is") ? 1 : 2);
      if (/no quick facts|little of all/.test(name)) continue;
      const body = words.filter(({ y }) => y > 52 && y < 745);
      const label = language === "en" ? "facts" : "saillants";
      const heading = body.find(({ x, text }) => x < 202 && text === label);
      expect(heading?.page, name).toBe(1);
      // A heading of the second level stands in the label column, on the line of its text.
      const side = language === "en" ? "Operational" : "Coopération";
      const found = body.find(({ page, x, text }) => page > 1 && x < 100 && text === side);
      const beside = body.filter(
        ({ page, x, y }) => page === found?.page && x > 225 && Math.abs(y - found.y) < 3,
      );
      expect(beside.length, name).toBeGreaterThan(2);
    }
  },
);
