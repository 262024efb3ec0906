import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { usualRecordTypes } from "../../src/model/usual-record-types.ts";
import { dossier, filesUnder, folderWith, root } from "../cli/support.ts";

const guide = readFileSync(`${root}/docs/writing.md`, "utf8");
const examples = [...guide.matchAll(/```markdown\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
const [complete = "", ...parts] = examples;

function rulesIn(written: string): readonly string[] {
  return [...written.matchAll(/^(?:error|warning)\[([a-z-]+)\]/gm)].map((match) => match[1] ?? "");
}

test("the guide's complete example makes every product, and is told only what its head lacks", () => {
  const folder = folderWith({ "harbour.md": complete });
  const run = dossier(folder, ["build", "harbour.md"]);
  expect(run.code).toBe(0);
  expect(new Set(rulesIn(run.error))).toEqual(new Set(["required-field-is-given"]));
  expect(filesUnder(folder).filter((name) => name.startsWith("out/"))).toEqual(
    ["briefing-note", "fact-sheet", "report", "slides"].flatMap((kind) => [
      `out/harbour.${kind}.en.docx`,
      `out/harbour.${kind}.en.pdf`,
    ]),
  );
});

test("the guide's shorter examples fit into the complete one", () => {
  expect(parts.length).toBeGreaterThan(4);
  const folder = folderWith({ "harbour.md": `${complete}\n${parts.join("\n")}` });
  const run = dossier(folder, ["check", "harbour.md"]);
  expect(run.code).toBe(0);
  expect(new Set(rulesIn(run.error))).toEqual(new Set(["required-field-is-given"]));
});

test("the guide names every record type with its fields", () => {
  const records = guide.slice(guide.indexOf("## Records"), guide.indexOf("## Facts"));
  for (const { name, fields } of usualRecordTypes) {
    const row = new RegExp(`^\\| \`${name}\` \\| (.*) \\|$`, "m").exec(records)?.[1];
    expect(row, name).toBeDefined();
    const told = [...(row ?? "").matchAll(/`([a-z-]+)`/g)].map((match) => match[1]);
    expect(told.filter((field) => [...fields.keys()].includes(field ?? ""))).toEqual([
      ...fields.keys(),
    ]);
  }
});
