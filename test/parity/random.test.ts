import { expect, test } from "vitest";
import { contentOf, recipe } from "../layout/random-documents.ts";
import { documentOf, words } from "../layout/support.ts";
import { fc, runs } from "../support/property.ts";
import { outlinesOf } from "./both.ts";

const title = { kind: "title", id: "title", children: words("Title") } as const;

test("any document says the same in PDF and Word", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(recipe, { minLength: 1, maxLength: 6 }), async (recipes) => {
      const { content, notes } = contentOf(recipes);
      const whole = [title, ...content];
      const { pdf, word } = await outlinesOf(documentOf(whole, { notes }));
      expect(word).toEqual(pdf);
    }),
    { numRuns: runs(40) },
  );
}, 120_000);
