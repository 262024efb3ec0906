import { tests } from "commonmark-spec";
import { describe, expect, test } from "vitest";
import { letters, lettersOfHtml, read } from "./support.ts";

/** 96 begins with a head; 161 has, with its tag being text, a language that is not printed; 616 has an attribute without a value; 626 is checked in html.test.ts. */
const readOtherwise = [96, 161, 616, 626];

describe.each(tests.filter(({ number }) => !readOtherwise.includes(number)))(
  "CommonMark, example $number ($section)",
  ({ markdown, html }) => {
    const said = letters(read(markdown.replaceAll("→", "\t")).tree);
    const expected = lettersOfHtml(withoutRefused(html).replaceAll("→", "\t"));

    test("says what the reference says", () => {
      if (said === expected || !/<[A-Za-z/!?]/.test(markdown)) expect(said).toBe(expected);
      else expect(withoutMarks(said)).toBe(withoutMarks(expected));
    });
  },
);

/** Scripts and styles are not printed. */
function withoutRefused(html: string): string {
  return html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "");
}

/** With HTML in it, tags may be text for one and none for the other, and so may be the Markdown within. */
function withoutMarks(text: string): string {
  return text.replace(/<[A-Za-z/!?][^>]*>/g, "").replace(/[*_`<>]/g, "");
}
