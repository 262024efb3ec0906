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
const isThere = ["soffice", "pdftotext"].every(
  (name) => spawnSync(name, ["--version"]).error === undefined,
);
const folder = mkdtempSync(join(tmpdir(), "dossier-pages-"));
