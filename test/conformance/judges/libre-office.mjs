// LibreOffice opens each Word file and makes a PDF of it, whose text holds the headings of the document.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { program, run } from "../tools.mjs";
import { headingsOf, paragraphsOf } from "./headings.mjs";

export const libreOffice = {
  name: "LibreOffice shows every heading",
  reads: "docx",
  missing: () =>
    program("soffice") === undefined || program("pdftotext") === undefined
      ? "apt-get install --no-install-recommends libreoffice-writer-nogui poppler-utils"
      : undefined,
  async judge(files) {
    const folder = mkdtempSync(join(tmpdir(), "dossier-office-"));
    try {
      const copies = files.map((file, at) => {
        const copy = join(folder, `${at}.docx`);
        copyFileSync(file, copy);
        return copy;
      });
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
      const conversion = [
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        ...copies,
      ];
      // Some broken files send it into an endless round; timeout ends its children too.
      const { stderr } = await run("timeout", ["-k", "5", "240", "soffice", ...conversion]);
      const faults = new Map();
      for (const [at, file] of files.entries())
        faults.set(file, await faultsOf(file, join(folder, `${at}.pdf`), stderr));
      return faults;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function faultsOf(file, pdf, stderr) {
  if (!existsSync(pdf)) return [`was not opened. ${stderr.trim()}`];
  const { stdout } = await run("pdftotext", [pdf, "-"]);
  const shown = bare(stdout);
  const written = paragraphsOf(file).map(bare);
  // Words that stand in the contents or in the text too must be shown there and at the heading's own place.
  return headingsOf(file)
    .filter((heading) => times(bare(heading), [shown]) < times(bare(heading), written))
    .map((heading) => `the heading "${heading}" is not shown`);
}

function times(words, texts) {
  return texts.reduce((sum, text) => sum + text.split(words).length - 1, 0);
}

/** Letters and digits alone: spaces and hyphens differ where lines are broken, and capitals where a style asks for them. */
const bare = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
