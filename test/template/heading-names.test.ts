import { expect, test } from "vitest";
import { documentOf } from "./support.ts";

function told(text: string): readonly string[] {
  return documentOf(text, { product: "report" })
    .diagnostics.filter(({ rule }) => rule === "link-target-exists")
    .map(({ place }) => `${place?.line}`);
}

test.each([
  ["`encode(value, options)`", "encodevalue-options"],
  ["Node.js (CommonJS) / require", "nodejs-commonjs--require"],
  ["L'été & l'hiver", "lété--lhiver"],
  ["Options.onMatch", "optionsonMatch"],
  ["snake_case name", "snake_case-name"],
])("a link finds the heading %j by its name on GitHub", (heading, name) => {
  expect(told(`# Title\n\nSee [there](#${name}).\n\n## ${heading}\n\nText.\n`)).toEqual([]);
});

test("the second heading of a name is found with -1, and what is not there is told", () => {
  const text = "# T\n\n[1](#a.b) [2](#ab-1)\n\n[3](#ab-2)\n\n## A.b\n\nOne.\n\n## A.b\n\nTwo.\n";
  expect(told(text)).toEqual(["5"]);
});
