import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/index.ts";
import { formatGithub, formatJson, formatPretty, summaryOf } from "../../src/diagnostics/index.ts";

const source = "# Relations\n\nFirst held on [29 August](fact:first-2plus3.date), this\n";

const unresolved: Diagnostic = {
  rule: "reference-resolves",
  severity: "error",
  message: 'There is no record "first-2plus3".',
  place: { file: "note.md", line: 3, column: 27, endLine: 3, endColumn: 49 },
  hints: ['Did you mean "first-2plus2"?', "Or add it to the register."],
};

const print = (diagnostics: readonly Diagnostic[], text: string | undefined, width = 80): string =>
  formatPretty(diagnostics, () => text, { colour: false, width });

/** A warning about a stretch of one line, whose second and third printed lines it gives. */
function frame(line: string, column: number, endColumn: number, width = 40): readonly string[] {
  const place = { file: "a", line: 1, column, endLine: 1, endColumn };
  const told: Diagnostic = { rule: "a-rule", severity: "warning", message: "A.", place, hints: [] };
  return print([told], line, width).split("\n").slice(3, 5);
}

describe("for a person", () => {
  test("a diagnostic shows the line, what is meant in it, and what to do", () => {
    expect(
      print([unresolved], source),
    ).toBe(`error[reference-resolves]: There is no record "first-2plus3".
 --> note.md:3:27
  |
3 | First held on [29 August](fact:first-2plus3.date), this
  |                           ^^^^^^^^^^^^^^^^^^^^^^
  = Did you mean "first-2plus2"?
  = Or add it to the register.
`);
  });

  test("without the text the place alone is named, and without a place neither", () => {
    expect(print([{ ...unresolved, hints: [] }], undefined)).toBe(
      'error[reference-resolves]: There is no record "first-2plus3".\n --> note.md:3:27\n',
    );
    const { place: _, ...nowhere } = unresolved;
    expect(print([{ ...nowhere, hints: ["Do this."] }], source)).toBe(
      'error[reference-resolves]: There is no record "first-2plus3".\n = Do this.\n',
    );
  });

  test("several are parted by a blank line, and counted", () => {
    const warning: Diagnostic = { ...unresolved, severity: "warning", hints: [] };
    expect(print([warning, warning], undefined).split("\n\n")).toHaveLength(2);
    expect(summaryOf([unresolved, warning, warning])).toBe("1 error, 2 warnings");
    expect(summaryOf([])).toBe("");
  });

  test("the number of the line makes room for itself", () => {
    const place = { file: "a", line: 120, column: 1 };
    const text = `${"\n".repeat(119)}here`;
    expect(
      print([{ ...unresolved, place, hints: ["Do."] }], text)
        .split("\n")
        .slice(1),
    ).toEqual(["   --> a:120:1", "    |", "120 | here", "    | ^", "    = Do.", ""]);
  });

  test("a stretch of several lines is underlined to the end of the first", () => {
    const place = { file: "a", line: 1, column: 3, endLine: 2, endColumn: 2 };
    expect(print([{ ...unresolved, place }], "# Relations\nb").split("\n")[4]).toBe(
      "  |   ^^^^^^^^^",
    );
  });

  test("carets stand under wide, combining and tabbed characters", () => {
    expect(frame("日本語 text", 5, 9)).toEqual(["1 | 日本語 text", "  |        ^^^^"]);
    expect(frame("日本語", 2, 3)).toEqual(["1 | 日本語", "  |   ^^"]);
    expect(frame("e\u0301 x", 4, 5)).toEqual(["1 | e\u0301 x", "  |   ^"]);
    expect(frame("\ta\tb", 4, 5)).toEqual(["1 |     a   b", "  |         ^"]);
    expect(frame("😀 b", 4, 5)).toEqual(["1 | 😀 b", "  |    ^"]);
  });

  test("a long line is cut around what is meant", () => {
    const long = `${"word ".repeat(40)}HERE ${"word ".repeat(40)}`;
    const [line, carets] = frame(long, 201, 205);
    expect(line?.length).toBeLessThanOrEqual(40);
    expect(line).toMatch(/^1 \| ….*HERE.*…$/);
    expect(carets?.indexOf("^")).toBe(line?.indexOf("HERE"));
    expect(carets?.match(/\^+/)?.[0]).toBe("^^^^");
    const million = `${"a".repeat(500_000)}HERE${"b".repeat(500_000)}`;
    expect(frame(million, 500_001, 500_005)[0]).toContain("aHEREb");
    expect(frame(`HERE ${"word ".repeat(40)}`, 1, 5)[0]).toMatch(/^1 \| HERE word.*…$/);
    expect(frame(`${"word ".repeat(40)}HERE`, 201, 205)[0]).toMatch(/^1 \| ….*HERE$/);
  });

  test("a place behind the line, or in no line, is no trouble", () => {
    expect(frame("ab", 10, 12)).toEqual(["1 | ab", "  |   ^"]);
    expect(frame("", 1, 1)).toEqual([]);
    expect(
      print([{ ...unresolved, place: { file: "a", line: 9, column: 1 } }], "one line"),
    ).not.toContain("|");
  });

  test("nothing in a message or a line can act on the terminal or hide what is written", () => {
    const place = { file: "a\u001b[2J", line: 1, column: 2 };
    const told = { ...unresolved, message: 'No "\u001b[31m\n\u202e".', place, hints: ["\u0007"] };
    const printed = print([told], "x\u001b[0m\u200by\u0000");
    expect(printed).toContain('No "\\u{1b}[31m\\n\\u{202e}".');
    expect(printed).toContain("a\\u{1b}[2J:1:2");
    expect(printed).toContain("1 | x\\u{1b}[0m\\u{200b}y\\u{0}\n  |  ^^^^^^\n");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must not be there.
    expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e\u200b]/);
  });

  test("colour marks the severity, the place and the hint, and changes no letter", () => {
    const coloured = formatPretty([unresolved], () => source, { colour: true, width: 80 });
    expect(coloured).toContain("\u001b[1;31merror[reference-resolves]\u001b[0m");
    expect(coloured).toContain("\u001b[1;31m^^^^^^^^^^^^^^^^^^^^^^\u001b[0m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences that colour.
    expect(coloured.replace(/\u001b\[[0-9;]*m/g, "")).toBe(print([unresolved], source));
  });
});

test("for a program, all of it is JSON", () => {
  expect(JSON.parse(formatJson([unresolved]))).toEqual({
    errors: 1,
    warnings: 0,
    diagnostics: [unresolved],
  });
  expect(formatJson([])).toBe('{\n  "errors": 0,\n  "warnings": 0,\n  "diagnostics": []\n}\n');
});

test("for GitHub, a command a line, with what would end it escaped", () => {
  const place = { file: "a,b:c.md", line: 1, column: 2, endLine: 3, endColumn: 4 };
  expect(
    formatGithub([unresolved, { ...unresolved, message: "100 %\nmore", place, hints: [] }]),
  ).toBe(
    '::error file=note.md,line=3,endLine=3,col=27,endColumn=49,title=reference-resolves::There is no record "first-2plus3".%0ADid you mean "first-2plus2"?%0AOr add it to the register.\n' +
      "::error file=a%2Cb%3Ac.md,line=1,endLine=3,col=2,title=reference-resolves::100 %25%0Amore\n",
  );
  const { place: _, ...nowhere } = unresolved;
  expect(formatGithub([{ ...nowhere, hints: [] }])).toBe(
    '::error title=reference-resolves::There is no record "first-2plus3".\n',
  );
});
