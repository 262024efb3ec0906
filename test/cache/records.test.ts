import { expect, test } from "vitest";
import { openCache } from "../../src/cache/index.ts";
import { memoryHost } from "../../src/host/index.ts";
import { identity, keptOf, newFolder, utf8 } from "./support.ts";

const output = "out/sheet.pdf";

/** A world in which the sheet was made of a.md, the folder data and a shipped label. */
function made() {
  const folder = newFolder();
  const world = memoryHost(
    { "a.md": "one", "data/x.md": "x" },
    { shipped: { "templates/label": "Page" } },
  );
  const cache = openCache(folder, world, "1");
  const end = cache.recorder.start();
  cache.recorder.host.read("a.md");
  cache.recorder.host.read("templates/own.hbs");
  cache.recorder.host.list("data");
  cache.recorder.host.shipped("templates/label");
  const bytes = utf8("the sheet");
  world.write(output, bytes);
  cache.note(output, identity("sheet", { "the date": "1" }), end(), keptOf(bytes));
  const ask = (name = "sheet", date = "1") =>
    openCache(folder, world, "1").state(output, identity(name, { "the date": date }));
  return { world, ask };
}

test("a file stands while nothing that it was made of changes", () => {
  expect(made().ask().kind).toBe("current");
});

test.each([
  ["a.md", "two", '"a.md" changed'],
  ["templates/own.hbs", "x", '"templates/own.hbs" is new'],
  ["data/y.md", "y", 'the files in "data" changed'],
  [output, "spoiled", '"out/sheet.pdf" is not as it was made'],
])("a change of %s is given as the reason", (path, text, why) => {
  const { world, ask } = made();
  world.write(path, utf8(text));
  expect(ask()).toEqual({ kind: "stale", why: [why] });
});

test("another date, another target and the first build are reasons", () => {
  const { ask } = made();
  expect(ask("sheet", "2")).toEqual({ kind: "stale", why: ["the date changed"] });
  expect(ask("slides")).toEqual({ kind: "stale", why: ["another target was built there"] });
  const fresh = openCache(newFolder(), memoryHost({}), "1").state(output, identity("sheet"));
  expect(fresh).toEqual({ kind: "stale", why: ["it was not built here before"] });
});
