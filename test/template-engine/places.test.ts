import type { Nodes } from "mdast";
import { describe, expect, it } from "vitest";
import type { Place } from "../../src/diagnostics/index.ts";
import { evaluate, templatePlace, textValue } from "../../src/template/engine/index.ts";
import { readFolder, rendered } from "./support/rendering.ts";

/** Where the nodes with this text, name or address say that they come from: `file:line:column`. */
function placesOf(tree: Nodes, wanted: string): string {
  const found: string[] = [];
  const walk = (node: Nodes & { readonly place?: Place }): void => {
    const own =
      "value" in node ? node.value : "name" in node ? node.name : "url" in node && node.url;
    if (own === wanted && node.place) {
      const file = node.place.file.replace(/\.md.*/, "");
      found.push(`${file}:${node.place.line}:${node.place.column}`);
    }
    if ("children" in node) for (const child of node.children) walk(child);
  };
  walk(tree);
  return found.join(" ");
}

const text = (value: string, line: number): object =>
  textValue(value, { file: "source.md", line, column: 3 });

describe("every node knows where it was written", () => {
  const { tree, diagnostics } = rendered(
    [
      "# First", // 1
      "{{#each items}}",
      "- item of {{name}} here", // 3
      "{{/each}}",
      "",
      "- list", // 6
      '  {{> box title="B"}}',
      "",
      '{{#*inline "line"}}', // 9
      "inline `{{name}}`",
      "{{/inline}}",
      "{{#with office}}{{> line}}{{/with}}",
      "",
      "{{#> frame}}", // 14
      "framed",
      "{{/frame}}",
      "",
      "[a](u1) {{~#if office}}  [b](u2) {{~else}}{{/if}} {{#if office~}}  [c](u3){{/if}}", // 18
      "",
      "[link](u) \\{{escaped}} [after](w)", // 20
    ].join("\r\n"),
    {
      items: [{ name: text("one", 11) }, { name: text("two", 12) }],
      office: { name: text("P", 13) },
    },
    {
      box: ":::box\nin the box {{title}}\n\n{{> deep}}\n:::\n",
      deep: "- deep\n\n  {{> deeper}}\n",
      deeper: "deeper\n\nand more\n",
      frame: "> {{> @partial-block}}\n\nframe end\n\n",
    },
  );

  it("in the template, its partials, loops and blocks", () => {
    expect(diagnostics).toEqual([]);
    expect(placesOf(tree, "First")).toBe("template:1:3");
    expect(placesOf(tree, "item of ")).toBe("template:3:3 template:3:3");
    expect(placesOf(tree, " here")).toBe("template:3:19 template:3:19");
    expect(placesOf(tree, "list")).toBe("template:6:3");
    expect(placesOf(tree, "box")).toBe("box:1:1");
    expect(placesOf(tree, "in the box ")).toBe("box:2:1");
    expect(placesOf(tree, "B")).toBe("box:2:12");
    expect(placesOf(tree, "deep")).toBe("deep:1:3");
    expect(placesOf(tree, "and more")).toBe("deeper:3:1");
    expect(placesOf(tree, "inline ")).toBe("template:10:1");
    expect(placesOf(tree, "framed")).toBe("template:15:1");
    expect(placesOf(tree, "frame end")).toBe("frame:3:1");
    expect(placesOf(tree, "u2")).toBe("template:18:26");
    expect(placesOf(tree, "u3")).toBe("template:18:68");
    expect(placesOf(tree, "u")).toBe("template:20:1");
    expect(placesOf(tree, "w")).toBe("template:20:24");
  });

  it("in the source, for what a value brought", () => {
    expect(placesOf(tree, "one")).toBe("source:11:3");
    expect(placesOf(tree, "two")).toBe("source:12:3");
  });
});

describe("the place of an offset of the output", () => {
  it("is that of the character in the template, or of what printed it", () => {
    const folder = readFolder("ab\n{{x}}cd\n  {{> p}}\n", { p: "ef\ngh" });
    const { output } = evaluate(folder.main, folder.partials, folder.helpers, { x: "X" });
    const at = (piece: string): string => {
      const place = templatePlace(output, output.text.indexOf(piece));
      return `${place?.file}:${place?.line}:${place?.column}`;
    };
    expect(at("b")).toBe("template.md.hbs:1:2");
    expect(at("\ufde0")).toBe("template.md.hbs:2:1");
    expect(at("d")).toBe("template.md.hbs:2:7");
    expect(at("  ef")).toBe("template.md.hbs:3:3");
    expect(at("f")).toBe("p.md.hbs:1:2");
    expect(at("h")).toBe("p.md.hbs:2:2");
  });
});
