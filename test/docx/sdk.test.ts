import { initialize, verifyDeliverable } from "docxodus/core";
import { beforeAll, expect, test, vi } from "vitest";
import { sample } from "../layout/support.ts";
import { documentOf } from "../template/support.ts";
import { bytesOf, onePixel, products } from "./support.ts";

beforeAll(async () => {
  // Its runtime tells of its own warming up.
  for (const level of ["log", "info", "debug", "warn"] as const)
    vi.spyOn(console, level).mockImplementation(() => undefined);
  await initialize();
}, 60_000);

async function faultsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { findings } = await verifyDeliverable(bytes);
  return findings
    .filter(({ severity }) => severity === "error")
    .map(({ code, message }) => `${code}: ${message}`);
}

test.each(products)(
  "the Open XML SDK finds no fault in the sample %s",
  async (product) => {
    expect(await faultsOf(await bytesOf(sample(product)))).toEqual([]);
  },
  60_000,
);

test("the Open XML SDK finds no fault in a document of all sorts", async () => {
  const markdown = [
    "# All sorts",
    "A ***joint*** `look`, a note[^1], [a **link**](https://example.org/?a=1&b=<2>), H~2~O.",
    "[^1]: Said *below*.",
    "![](dot.png)\n\n![A dot](dot.png)\n\n![Not there](none.png)",
    "> quote\n\n- [x] done\n- a\n  1. b\n     - c\n\n---\n\n```\ncode\n\tmore\n```",
    "| A | B |\n| - | -: |\n| 1 | 2 |",
  ].join("\n\n");
  const { value } = documentOf(markdown, { product: "report", file: "t.md" });
  const dot = { format: "png", width: 1, height: 1, density: 96, bytes: onePixel } as const;
  expect(await faultsOf(await bytesOf(value, { "dot.png": dot, "data/dot.png": dot }))).toEqual([]);
}, 60_000);
