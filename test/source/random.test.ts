import type { Nodes } from "mdast";
import { expect, test, vi } from "vitest";
import { divide } from "../../src/source/chunks.ts";
import { childLists } from "../../src/source/index.ts";
import { parseChunks } from "../../src/source/parse-chunks.ts";
import { fc, runs } from "../support/property.ts";
import { letters, read, withoutBlanks } from "./support.ts";

vi.setConfig({ testTimeout: 120_000 });
const many = { numRuns: runs(400) };

const pieces = [
  ...[
    "a",
    "b c",
    " ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\n\n\n",
    "é",
    "日本",
    "\0",
    "\u200f",
    "\ufdd0",
    "😀",
  ],
  ...[
    "# ",
    "- ",
    "1. ",
    "2) ",
    "> ",
    ": ",
    "* ",
    "+ ",
    "---\n",
    "===\n",
    "```\n",
    "~~~",
    "| a | b |\n",
    "|-|-|\n",
  ],
  ...[
    "*",
    "**",
    "_",
    "`",
    "``",
    "~~",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](x)",
    "][r]",
    "[r]: u\n",
    "[^n]",
    "[^n]: m\n",
  ],
  ...[
    "{#i}",
    "{.k a=b}",
    '{a="b',
    "}",
    "\\",
    "&amp;",
    "&#0;",
    "<b>",
    "</b>",
    "<br>",
    "<!--",
    "-->",
    "<x y>",
  ],
  ...[
    ":::n\n",
    ":::n[l]{#i}\n",
    ":::\n",
    ":::",
    "www.a.ca",
    "a@b.ca",
    "https://a.ca/",
    "- [ ] x\n",
    "\r\n",
    "\r",
  ],
];
const odd = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), {
  maxLength: 40,
  size: "max",
});
const markdown = odd.map((parts) => parts.join(""));

function visit(
  node: Nodes,
  take: (node: Nodes, parent: Nodes | undefined) => void,
  parent?: Nodes,
): void {
  take(node, parent);
  for (const list of childLists(node)) for (const child of list) visit(child, take, node);
}

test("any text gives a tree whose places are those of the text, parents around children", () => {
  fc.assert(
    fc.property(markdown, (written) => {
      const { tree, text } = read(written);
      const lines = text.split("\n");
      visit(tree, (node, parent) => {
        if (node.type === "footnote" || parent?.type === "footnote" || node.type === "root") return;
        const { start, end } = node.position ?? {};
        if (start === undefined || end === undefined) throw new Error(`No place: ${node.type}`);
        for (const point of [start, end]) {
          const offset = lines.slice(0, point.line - 1).join("\n").length + Number(point.line > 1);
          expect(point.offset).toBe(offset + point.column - 1);
        }
        expect(end.offset).toBeGreaterThanOrEqual(start.offset ?? 0);
        if (parent?.position === undefined || parent.type === "root") return;
        expect(start.offset).toBeGreaterThanOrEqual(parent.position.start.offset ?? 0);
        expect(end.offset).toBeLessThanOrEqual(parent.position.end.offset ?? 0);
      });
    }),
    many,
  );
});

test("any text gives only nodes that can be printed anywhere, each as its kind demands", () => {
  const inner = [
    "definition",
    "linkReference",
    "imageReference",
    "footnoteDefinition",
    "html",
    "attributesMark",
  ];
  fc.assert(
    fc.property(markdown, (written) => {
      visit(read(written).tree, (node, parent) => {
        expect(inner).not.toContain(node.type);
        if (node.type === "definitionTerm" || node.type === "definitionDescription") {
          expect(parent?.type).toBe("definitionList");
        }
        if (node.type === "paragraph") expect(node.children.length).toBeGreaterThan(0);
      });
    }),
    many,
  );
});

test("any text without marks is kept to the letter", () => {
  const plain = fc
    .array(
      fc.constantFrom(
        "a",
        "Bc",
        "é",
        "日本",
        " ",
        "\n",
        "\n\n",
        ",",
        "10:30",
        "3.5",
        "(x)",
        "%",
        "?",
      ),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(plain, (written) => {
      expect(letters(read(`x ${written}`).tree)).toBe(withoutBlanks(`x ${written}`));
    }),
    many,
  );
});

test("any bytes are read", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(read(String.fromCharCode(...bytes)).tree.type).toBe("root");
    }),
    many,
  );
});

/** Filler that makes a text long enough to be divided, of blocks that end by themselves. */
const filler = `${"Word and more words. ".repeat(60)}\n\n# H\n\n`.repeat(7);

test("a text that is read in chunks gives the tree of the whole", () => {
  const divided = fc.array(markdown, { minLength: 2, maxLength: 5 });
  let most = 0;
  fc.assert(
    fc.property(divided, (parts) => {
      const text = parts
        .map((part) => `${filler}${part}`)
        .join("\n\n")
        .replace(/\r\n?/g, "\n")
        .replaceAll("\0", "\ufffd");
      const chunks = divide(text);
      most = Math.max(most, chunks.length);
      const whole = parseChunks(text, [{ start: 0, end: text.length, line: 0 }]);
      const { root, open } = parseChunks(text, chunks);
      expect(root.children).toEqual(whole.root.children);
      expect(open).toEqual(whole.open);
    }),
    { numRuns: runs(40) },
  );
  expect(most).toBeGreaterThan(1);
});
