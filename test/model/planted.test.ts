import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { read, seed, seedFile, told } from "./support.ts";

const text = seed();

/** What the sample says after one passage is replaced, each as `line:column rule: message`. */
function saidAfter(from: string, to: string): readonly string[] {
  if (text.split(from).length < 2) throw new Error(`The sample has no "${from}"`);
  const changed = text.replace(from, () => to);
  return told(read(changed, seedFile).diagnostics).map((line) => line.replace(`${seedFile}:`, ""));
}

type Planted = {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  /** `line:column rule: message`. */
  readonly said: string;
};

/** The mistakes of planted.txt: what is wrong, `- ` a passage of the sample, `+ ` what it becomes, `= ` what is said of it. */
const planted: readonly Planted[] = readFileSync("test/fixtures/model/planted.txt", "utf8")
  .trimEnd()
  .split("\n\n")
  .map((stanza) => {
    const [what = "", from, to, said] = stanza.split("\n");
    const lineOf = (line: string | undefined): string =>
      (line ?? "").slice(2).replace(/\\n/g, "\n");
    return { what, from: lineOf(from), to: lineOf(to), said: lineOf(said) };
  });

test.each(planted)("$what is found where it stands", ({ from, to, said }) => {
  expect(saidAfter(from, to)).toContain(said);
});

test("one mistake is told without a crowd of others", () => {
  expect(saidAfter("[29 August, 2011]", "[30 August, 2011]")).toHaveLength(1);
  expect(saidAfter("layout=cards", "layout=card")).toHaveLength(1);
});

test("many mistakes are told at once, in the order of the text", () => {
  const changed = text
    .replace("[29 August, 2011]", () => "[30 August, 2011]")
    .replace("- Lithuania", () => "- France")
    .replace("layout=cards", () => "layout=card");
  expect(read(changed, seedFile).diagnostics.map(({ rule }) => rule)).toEqual([
    "fact-agrees",
    "record-stands-once",
    "slide-layout-is-known",
  ]);
});

test("a mistyped name brings the one that was meant", () => {
  const { diagnostics } = read(text.replace("since=hadr-agreed", "since=hadr-agree"), seedFile);
  expect(diagnostics[0]?.hints[0]).toBe('Did you mean "hadr-agreed"?');
});

test("a disagreement names the other place and what it would print", () => {
  const { diagnostics } = read(text.replace("[29 August, 2011]", "[30 August, 2011]"), seedFile);
  expect(diagnostics[0]?.hints).toEqual([
    'The record stands at data/canada-japan.md:117:18; it would be printed "August 29, 2011".',
    "Mend the words or the record, whichever is wrong.",
  ]);
});
