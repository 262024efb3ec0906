import { expect, test } from "vitest";
import { openPdfkit } from "../../src/render/pdf/pdfkit-document.ts";
import { openPdfkitSink } from "../../src/render/pdf/pdfkit-sink.ts";
import { readObjects, stringOf } from "../support/pdf/objects.ts";

/** What we use of pdfkit is mostly private: these fail when another version has it otherwise. */

const information = { Title: "Title", Creator: "Dossier", Producer: "Dossier" };

test("the parts of pdfkit that we use are there", () => {
  const document = openPdfkit(information);
  const functions = ["ref", "end", "_write", "_finalize"] as const;
  for (const name of [...functions, "endMetadata", "endMarkings", "endOutline"] as const) {
    expect(document[name]).toBeTypeOf("function");
  }
  expect(document._waiting).toBeGreaterThan(0);
  expect(document._offsets.length).toBe(document._waiting);
  expect(document._root.data).toMatchObject({ Type: "Catalog" });
  const reference = document.ref();
  expect(reference.end).toBeTypeOf("function");
  expect(String(reference)).toBe(`${reference.id} 0 R`);
  expect(document._root.data.Pages.data).toMatchObject({ Type: "Pages", Kids: [], Count: 0 });
});

test("objects, streams and pages come back from the file", async () => {
  const sink = openPdfkitSink(information);
  const text = sink.reserve();
  const stream = sink.reserve();
  const page = sink.page({ width: 30, height: 40 });
  page.content(new TextEncoder().encode("0 0 1 1 re f"));
  page.entry("Mine", `${text.id} 0 R`);
  sink.object(text, "[(a \\( b)/Name 1.5 <FEFF00E9>]");
  sink.stream(stream, { Mine: "/Yes" }, Uint8Array.of(0, 10, 13, 255));
  sink.catalogue("Stream", `${stream.id} 0 R`);
  const objects = await readObjects(sink.finish());
  const [first] = objects.pages;
  const [string, name, number, unicode] = objects.array(objects.dictionary(first)["/Mine"]);
  expect([stringOf(string), name, number, stringOf(unicode)]).toEqual(["a ( b", "/Name", 1.5, "é"]);
  expect(objects.stream(objects.dictionary(first)["/Contents"])).toContain("0 0 1 1 re f");
  const { "/Stream": written } = objects.dictionary(objects.trailer["/Root"]);
  expect(objects.stream(written)).toBe("\u0000\n\r\u00ff");
  expect(objects.dictionary(written)["/Mine"]).toBe("/Yes");
});

test("a file with an object that was never written is a fault of ours", () => {
  const sink = openPdfkitSink(information);
  sink.reserve();
  expect(() => sink.finish()).toThrow("Bug: 1 objects");
});

test("nothing of the clock is in the file", () => {
  const make = () => openPdfkitSink(information).finish();
  const text = String.fromCharCode(...make());
  expect(make()).toEqual(make());
  expect(text).not.toContain(String(new Date().getFullYear()));
});
