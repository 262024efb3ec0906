// LibreOffice updates every field and list of a Word file, and the text stays as it was: what stands in the file for a reader who never
// updates is what an update gives. Page numbers in lists may differ, since LibreOffice breaks pages of its own.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { program, run } from "../tools.mjs";

const macro = join(dirname(fileURLToPath(import.meta.url)), "fields.xba");

export const fields = {
  name: "fields say the same when LibreOffice updates them",
  reads: "docx",
  missing: () =>
    program("soffice") === undefined
      ? "apt-get install --no-install-recommends libreoffice-writer-nogui"
      : undefined,
  async judge(files) {
    const folder = mkdtempSync(join(tmpdir(), "dossier-fields-"));
    try {
      const office = await officeWithMacro(folder);
      const faults = new Map();
      for (const [at, file] of files.entries()) {
        const copy = join(folder, `${at}.docx`);
        copyFileSync(file, copy);
        faults.set(file, await faultsOf(copy, join(folder, String(at)), office));
      }
      return faults;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** A profile that LibreOffice has made is given the macro; before its first start it would write over it. */
async function officeWithMacro(folder) {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
  const office = (...parameters) =>
    run("timeout", [
      "-k",
      "5",
      "120",
      "soffice",
      profile,
      "--headless",
      "--norestore",
      ...parameters,
    ]);
  await office("--terminate_after_init");
  const library = join(folder, "profile/user/basic/Standard");
  mkdirSync(library, { recursive: true });
  copyFileSync(macro, join(library, "Fields.xba"));
  writeFileSync(
    join(library, "script.xlb"),
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Fields"/>
</library:library>`,
  );
  return office;
}

async function faultsOf(file, target, office) {
  const [source, written] = [file, target].map((path) => pathToFileURL(path).href);
  const { stderr } = await office(`macro:///Standard.Fields.Update("${source}","${written}")`);
  if (!existsSync(`${target}.after.txt`)) return [`was not updated. ${stderr.trim()}`];
  const before = linesOf(`${target}.before.txt`);
  const after = linesOf(`${target}.after.txt`);
  const faults = before.flatMap((line, at) =>
    line === after[at] ? [] : [`"${line}" becomes "${after[at] ?? ""}"`],
  );
  return after.length > before.length ? [...faults, `${after.at(-1)} is added`] : faults;
}

function linesOf(path) {
  return readFileSync(path, "utf8")
    .replace(/^\ufeff/, "")
    .split("\n")
    .map((line) =>
      line
        .replace(/\t(?:[A-Z]-)?[\divxlc]+$/i, "\t#")
        // Word parts the number of a heading by a tab in its contents, LibreOffice by a blank.
        .replace(/^(\d[\d.]*)\s+/, "$1 ")
        .trimEnd(),
    );
}
