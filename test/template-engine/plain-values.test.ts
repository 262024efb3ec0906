import { describe, expect, it } from "vitest";
import { render } from "../../src/template/engine/index.ts";
import { fc, runs } from "../support/property.ts";
import { bareTree, substituted } from "./support/bare-tree.ts";
import { oddText } from "./support/odd-text.ts";
import { readFolder } from "./support/rendering.ts";
import { slots } from "./support/slots.ts";

describe("a plain value is exactly that text, wherever it is printed", () => {
  const word = "Qqqq";
  for (const [name, slot] of Object.entries(slots)) {
    const folder = readFolder(slot.replaceAll("@", "{{x}}"));
    it(name, () => {
      expect(folder.diagnostics).toEqual([]);
      const expected = bareTree(render(folder, { x: word }).tree);
      expect(JSON.stringify(expected)).not.toMatch(/[\ufdd0-\ufdef]/);
      fc.assert(
        fc.property(oddText, (text) => {
          fc.pre(text !== "");
          const { tree, diagnostics } = render(folder, { x: text });
          expect(bareTree(tree)).toEqual(substituted(expected, word, text));
          expect(diagnostics).toEqual([]);
        }),
        { numRuns: runs(100) },
      );
    }, 600_000);
  }

  it("and no text of a template can forge a token", () => {
    const { tree } = render(readFolder("\ufde0\ufdd0\ufde1 {{x}}"), { x: "secret" });
    expect(bareTree(tree)).toEqual({
      type: "root",
      children: [
        { type: "paragraph", children: [{ type: "text", value: "\ufffd\ufffd\ufffd secret" }] },
      ],
    });
  });
});
