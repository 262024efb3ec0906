// Word files with their fields and lists as they are and as LibreOffice updates them.
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
import { run } from "../tools.mjs";
import { partsOf, textOf, tokensOf, xmlOf } from "../xml.mjs";

const macro = join(dirname(fileURLToPath(import.meta.url)), "fields.xba");

/**
 * By file: its lines `before` and `after`, and the fields in its text as we wrote them (`cached`) and as they were `updated`; or the
 * `problem` that kept them from it.
 */
export async function updatedAll(files) {
  const folder = mkdtempSync(join(tmpdir(), "dossier-fields-"));
  try {
    const office = await officeWithMacro(folder);
    const all = new Map();
    for (const [at, file] of files.entries()) {
      const copy = join(folder, `${at}.docx`);
      copyFileSync(file, copy);
      all.set(file, await updatedOf(copy, join(folder, String(at)), office));
    }
    return all;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

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

async function updatedOf(file, target, office) {
  const [source, written] = [file, target].map((path) => pathToFileURL(path).href);
  const { stderr } = await office(`macro:///Standard.Fields.Update("${source}","${written}")`);
  if (!existsSync(`${target}.after.docx`)) return { problem: `was not updated. ${stderr.trim()}` };
  return {
    before: linesOf(`${target}.before.txt`),
    after: linesOf(`${target}.after.txt`),
    cached: fieldsOf(file),
    updated: fieldsOf(`${target}.after.docx`),
  };
}

const linesOf = (path) =>
  readFileSync(path, "utf8")
    .replace(/^\ufeff/, "")
    .split("\n");

/** References and counts in the text, { instruction, result }; those in lists are lines of text to LibreOffice. */
function fieldsOf(file) {
  const found = [];
  const open = [];
  let inside = "";
  for (const token of tokensOf(xmlOf(partsOf(file).get("word/document.xml")))) {
    if (token.kind === "text") {
      const part = { "w:instrText": "instruction", "w:t": "result" }[inside];
      if (part !== undefined && open.length > 0) open.at(-1)[part] += textOf(token.text);
      continue;
    }
    inside = token.kind === "open" && !token.empty ? token.name : "";
    const type = token.name === "w:fldChar" ? token.attributes?.get("w:fldCharType") : undefined;
    if (type === "begin") open.push({ instruction: "", result: "" });
    if (type === "end") found.push(open.pop());
  }
  return found
    .map(({ instruction, result }) => ({
      instruction: instruction.trim(),
      result: result.replace(/\s+/g, " ").trim(),
    }))
    .filter(({ instruction }) => /^(?:PAGEREF _d|REF|SEQ)/.test(instruction));
}
