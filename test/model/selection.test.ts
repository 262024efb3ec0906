import { expect, test } from "vitest";
import { select } from "../../src/model/index.ts";
import { read } from "./support.ts";

const { model } = read(`# Title {#top}

First. {#first}

## Part {#part}

- **Old** {#old .milestone date=2009}
- **Whole year** {#year .milestone date=2011}
- **Spring** {#spring .milestone date=2011-21}
- **March** {#march .milestone date=2011-03}
- **To come** {#soon .milestone date=2010-05 standing=planned}
- **Same day, later in the text** {#twin .milestone date=2011-03}

## Register {.register}

### Acronyms {records=acronym}

| Acronym | Long form |
| --- | --- |
| B | Bravo |
| A | Alpha |
`);

const place = { file: "text.md", line: 3, column: 7 };

function chosen(selection: string): readonly string[] {
  return select(model, selection, place).value.map((one) => {
    if (one.kind === "record") return one.record.id ?? one.record.titleText;
    return one.kind === "section" ? one.section.id : one.block.id;
  });
}

test.each([
  ["first", ["first"]],
  ["top,part", ["top", "part"]],
  [" first , part ", ["first", "part"]],
  ["acronym", ["B", "A"]],
  ["first,first", ["first"]],
  ["milestone", ["old", "year", "spring", "march", "twin", "soon"]],
  ["milestone[standing=past]", ["old", "year", "spring", "march", "twin"]],
  ["milestone[standing=planned]", ["soon"]],
  ["milestone[date=2011]", ["year", "spring", "march", "twin"]],
  ["milestone[date=2011-03]", ["march", "twin"]],
  ["milestone[date]", ["old", "year", "spring", "march", "twin", "soon"]],
  ["milestone[date=2011,standing=past]", ["year", "spring", "march", "twin"]],
  ["twin,march", ["twin", "march"]],
  ["spring,old", ["old", "spring"]],
  ["twin,milestone", ["old", "year", "spring", "twin", "march", "soon"]],
  ["spring,acronym,old", ["spring", "B", "A", "old"]],
  ["first,milestone[standing=planned],old", ["first", "soon", "old"]],
])("%s chooses %j", (selection, ids) => {
  expect(select(model, selection, place).diagnostics).toEqual([]);
  expect(chosen(selection)).toEqual(ids);
});

test.each([
  ["", "selection-is-well-formed"],
  [",", "selection-is-well-formed"],
  ["milestone[", "selection-is-well-formed"],
  ["milestone[]", "selection-is-well-formed"],
  ["milestone[=past]", "selection-is-well-formed"],
  ["milestone]", "selection-is-well-formed"],
  ["a b", "selection-is-well-formed"],
  ["first[standing=past]", "selection-is-well-formed"],
  ["nothing", "reference-resolves"],
  ["milestone[stand=past]", "field-is-known"],
  ["milestone[standing=over]", "selection-finds-something"],
  ["event", "selection-finds-something"],
])("%j is told as %s", (selection, rule) => {
  const { diagnostics } = select(model, selection, place);
  expect(diagnostics.map((one) => [one.rule, one.place])).toEqual([[rule, place]]);
});

test("what can be followed is chosen all the same", () => {
  expect(chosen("first,nothing,part")).toEqual(["first", "part"]);
});

test("a mistyped part brings the one that was meant", () => {
  expect(select(model, "milestnoe", place).diagnostics[0]?.hints).toEqual([
    'Did you mean "milestone"?',
  ]);
});
