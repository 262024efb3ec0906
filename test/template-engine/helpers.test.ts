import { describe, expect, it } from "vitest";
import { textValue } from "../../src/template/engine/index.ts";
import { outline } from "./support/outline.ts";
import { blocks, inline, rendered, said, sourcePlace } from "./support/rendering.ts";

const data = {
  none: null,
  empty: "",
  zero: 0,
  two: 2,
  ten: "10",
  word: textValue("Iqaluit", sourcePlace),
  rich: inline("to *Iqaluit*"),
  list: ["a", "", inline("*b*"), "c"],
  plain: ["a", "b", "c"],
  pair: ["a", "b"],
  dates: { start: "2011-06-15", end: "2012-01" },
  labels: { draft: "Draft", final: "Final" },
};

/** The text that the template gives, in a paragraph. */
function text(template: string): string {
  const { tree, diagnostics } = rendered(template, data);
  expect(diagnostics).toEqual([]);
  return outline(tree)
    .replace(/^p\("?|"?\)$/g, "")
    .replaceAll('" "', "");
}

function faults(template: string): readonly string[] {
  return said(rendered(template, data)).map((line) =>
    line.replace(/^.*template-helper-arguments-fit /, ""),
  );
}

/** Which of the conditions hold, by their number. */
function holding(...conditions: readonly string[]): readonly number[] {
  return conditions.flatMap((condition, index) =>
    text(`{{#if ${condition}}}yes{{else}}no{{/if}}`) === "yes" ? [index] : [],
  );
}

describe("helpers that compare", () => {
  it("eq holds if the first equals one of the others, values with markup by their words", () => {
    expect(
      holding(
        '(eq word "Iqaluit")',
        '(eq rich "to Iqaluit")',
        '(eq word "x" "Iqaluit")',
        '(eq word "x")',
      ),
    ).toEqual([0, 1, 2]);
    expect(holding("(eq ten 10)", "(eq two 2)", "(eq none null)", "(eq none empty)")).toEqual([
      0, 1, 2,
    ]);
    expect(holding('(ne word "Iqaluit")', '(ne word "x" "y")', '(ne word "x" "Iqaluit")')).toEqual([
      1,
    ]);
  });

  it("gt, ge, lt and le compare numbers by size and texts by code unit", () => {
    expect(holding("(gt ten 9)", "(gt two 2)", "(ge two 2)", "(lt two ten)", "(le ten 9)")).toEqual(
      [0, 2, 3],
    );
    expect(holding("(lt dates.start dates.end)", "(gt dates.start dates.end)")).toEqual([0]);
    expect(holding("(lt none 1)", "(gt none 1)", "(ge empty 0)")).toEqual([]);
    expect(faults("{{#if (gt plain 1)}}{{/if}}")).toEqual([
      '"gt" can compare two numbers or two texts only.',
    ]);
  });

  it("and, or, not", () => {
    expect(
      holding(
        "(and word two)",
        "(and word none)",
        "(or none word)",
        "(or none empty)",
        "(not none)",
        "(not word)",
      ),
    ).toEqual([0, 2, 4]);
    expect(text("{{or none word}} {{and word two}}")).toBe("Iqaluit 2");
  });
});

describe("helpers that choose", () => {
  it("default takes the first that is not empty; zero is not empty", () => {
    expect(text('{{default none empty "x"}}')).toBe("x");
    expect(text('{{default zero "x"}}')).toBe("0");
    expect(text("a{{default none empty}}b")).toBe("ab");
  });

  it("lookup finds by a value, and says what is not there unless a default is given", () => {
    expect(text('{{lookup labels "draft"}}')).toBe("Draft");
    expect(text("{{lookup plain 1}}")).toBe("b");
    expect(text('{{lookup labels "open" default="?"}}')).toBe("?");
    expect(said(rendered('{{lookup labels "finl"}}', data))).toEqual([
      'template.md.hbs:1:1 template-field-exists "lookup" found no field "finl". Did you mean "final"? If it may be missing, add default=null.',
    ]);
  });

  it("plural", () => {
    const form = (number: string): string => text(`{{plural ${number} one="one" other="more"}}`);
    expect(["zero", "1", "two", "ten", "1.5"].map(form).join(" ")).toBe("more one more more more");
    expect(text('{{plural zero one="one" other="more" zero="none"}}')).toBe("none");
    expect(faults('{{plural word one="a" other="b"}}')[0]).toContain('"plural" takes a number');
  });
});

describe("helpers that make values", () => {
  it("join keeps markup and leaves out what is empty", () => {
    expect(text("{{join plain}}")).toBe("a, b, c");
    expect(text('{{join plain "; " last=" and "}}')).toBe("a; b and c");
    expect(text('{{join pair ", " last=" and "}}')).toBe("a and b");
    expect(outline(rendered('{{join list "/"}}', data).tree)).toBe(
      'p("a" "/" emphasis("b") "/" "c")',
    );
    expect(text("{{join none}}{{join empty}}x")).toBe("x");
    expect(faults("{{join word}}")[0]).toContain('"join" takes a list');
    const many = rendered("{{join this}}", [blocks("a\n\nb"), "c"]);
    expect(said(many)[0]).toContain('"join" cannot join lists or several paragraphs.');
  });

  it("upper and lower change text, not markup, code or places, by no locale", () => {
    expect(text("{{upper word}} {{lower word}}")).toBe("IQALUIT iqaluit");
    const { tree } = rendered("{{upper x}}", { x: inline("a *é* `b` [i](u)") });
    expect(outline(tree)).toBe('p("A " emphasis("É") " " inlineCode"b" " " link("I"))');
    expect(rendered("{{upper word}}", data).tree.children[0]).toMatchObject({
      children: [{ value: "IQALUIT", place: sourcePlace }],
    });
    expect(faults("{{upper plain}}")).toEqual(['"upper" takes a value that can be printed.']);
  });

  it("count", () => {
    expect(text("{{count plain}} {{count labels}} {{count none}}")).toBe("3 2 0");
  });
});

describe("a helper that is called wrongly says how it should be", () => {
  const examples: Readonly<Record<string, string>> = {
    "{{#if}}x{{/if}}":
      'The helper "if" takes 1 value and was given 0. Write {{#if field}}…{{/if}}.',
    "{{#if word two}}x{{/if}}":
      'The helper "if" takes 1 value and was given 2. Write {{#if field}}…{{/if}}.',
    "{{if word}}": 'The helper "if" needs a block. Write {{#if field}}…{{/if}}.',
    "{{#eq word two}}x{{/eq}}":
      'The helper "eq" gives a value and takes no block. Write {{#if (eq …)}}…{{/if}}.',
    "{{#if (eq word)}}x{{/if}}":
      'The helper "eq" takes at least 2 values and was given 1. Write (eq field value).',
    "{{join}}": 'The helper "join" takes 1 to 2 values and was given 0. Write {{join list ", "}}.',
    "{{#each word}}x{{/each}}":
      '"each" was given a single value, not a list or a record. Print the value itself, or choose with {{#if …}}.',
  };
  for (const [template, expected] of Object.entries(examples)) {
    it(template, () => expect(faults(template)).toEqual([expected]));
  }
});
