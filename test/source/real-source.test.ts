import { readFileSync } from "node:fs";
import type { Nodes } from "mdast";
import { expect, test } from "vitest";
import { childLists, parseSource, placeOf, plainText, slugOf } from "../../src/source/index.ts";

const bytes = readFileSync(new URL("../../data/canada-japan.md", import.meta.url));
const { value: source, diagnostics } = parseSource("data/canada-japan.md", bytes);

function all<Type extends Nodes["type"]>(type: Type): Extract<Nodes, { type: Type }>[] {
  const found: Nodes[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === type) found.push(node);
    for (const list of childLists(node)) list.forEach(visit);
  };
  visit(source.tree);
  return found as Extract<Nodes, { type: Type }>[];
}

test("the sample is read without a word of complaint", () => {
  expect(diagnostics).toEqual([]);
  const written = source.text.slice(source.text.indexOf("\n---\n")).split("\n");
  expect(all("heading").length).toBe(written.filter((line) => /^#{1,6} /.test(line)).length);
  expect(all("container").length).toBe(written.filter((line) => /^:::[a-z]/.test(line)).length);
  expect(all("container").length).toBeGreaterThan(10);
  expect(all("footnoteReference").length + all("html").length).toBe(0);
});

test("its head is cut off, with the place where it begins", () => {
  expect(source.frontMatter?.line).toBe(2);
  expect(source.frontMatter?.offset).toBe(4);
  const end = 4 + (source.frontMatter?.yaml.length ?? 0);
  expect(source.text.slice(end, end + 4)).toBe("---\n");
  expect(source.frontMatter?.yaml).toMatch(/^lang: en-CA$/m);
});

test("headings have their ids and stand where an editor finds them", () => {
  const milestones = all("heading").find(({ data }) => data?.attributes?.id === "milestones");
  expect(milestones && plainText([milestones])).toBe("Recent Defence Cooperation Milestones");
  expect(milestones?.data?.attributes?.values.get("role")).toBe("background");
  const { line = 0, column } = milestones ? placeOf(source, milestones) : {};
  expect(source.text.split("\n")[line - 1]).toMatch(/^## Recent Defence/);
  expect(column).toBe(1);
});

test("a heading without an id can be named after its words", () => {
  expect(slugOf("Recent Defence Cooperation Milestones")).toBe(
    "recent-defence-cooperation-milestones",
  );
  expect(slugOf("L’été à Québec: coût & œuvre")).toBe("l-ete-a-quebec-cout-œuvre");
  expect(slugOf("Aujourd’hui, Canada's role isn't set")).toBe("aujourdhui-canadas-role-isnt-set");
  expect(slugOf("2+2 Dialogue")).toBe("s-2-2-dialogue");
  expect(slugOf("日本との関係")).toBe("日本との関係");
  expect(slugOf("—")).toBe("section");
});

test("the id of a heading without end is that of its first words", () => {
  expect(slugOf("word ".repeat(5000))).toBe("word-".repeat(40).slice(0, -1));
  expect(slugOf("日".repeat(5000))).toBe("日".repeat(200));
  expect(slugOf(`a${"𠀀".repeat(5000)}`)).toBe(`a${"𠀀".repeat(99)}`);
});
