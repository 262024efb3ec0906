import { expect, test } from "vitest";
import { memoryHost } from "../../src/host/index.ts";

const text = (bytes: Uint8Array | undefined): string | undefined =>
  bytes === undefined ? undefined : new TextDecoder().decode(bytes);

test("files are read by any spelling of their path", () => {
  const host = memoryHost({ "a/b.md": "é", "/root.md": Uint8Array.of(0x41) });
  expect(text(host.read("a/b.md"))).toBe("é");
  expect(text(host.read("./a/../a//b.md"))).toBe("é");
  expect(text(host.read("/root.md"))).toBe("A");
  expect(host.read("b.md")).toBeUndefined();
  expect(host.read("a")).toBeUndefined();
});

test("folders are listed by code unit, with those within them marked", () => {
  const host = memoryHost({ "b.md": "", "a/x": "", "a/y/z": "", "B.md": "", "/other": "" });
  expect(host.list(".")).toEqual(["B.md", "a/", "b.md"]);
  expect(host.list("a/")).toEqual(["x", "y/"]);
  expect(host.list("/")).toEqual(["other"]);
  expect(host.list("none")).toEqual([]);
  expect([host.exists("a"), host.exists("a/y"), host.exists("b.md"), host.exists("x")]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test("what was written can be read, listed and looked at, whatever becomes of the bytes", () => {
  const host = memoryHost({});
  const bytes = Uint8Array.of(1, 2);
  host.write("./out/a.pdf", bytes);
  bytes[0] = 9;
  expect(host.written.get("out/a.pdf")).toEqual(Uint8Array.of(1, 2));
  expect(host.read("out/a.pdf")).toEqual(Uint8Array.of(1, 2));
  expect(host.list("")).toEqual(["out/"]);
});

test("what is shipped stands apart, and the date is as it was set", () => {
  const host = memoryHost(
    { "a.md": "mine" },
    { shipped: { "fonts/a.ttf": "font" }, epochDate: "2012-03-25" },
  );
  expect(text(host.shipped("fonts/a.ttf"))).toBe("font");
  expect(host.listShipped("fonts")).toEqual(["a.ttf"]);
  expect(host.read("fonts/a.ttf")).toBeUndefined();
  expect(host.shipped("a.md")).toBeUndefined();
  expect(host.epochDate).toBe("2012-03-25");
  expect("epochDate" in memoryHost({})).toBe(false);
});
