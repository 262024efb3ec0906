import { expect, test } from "vitest";
import { documentOf, paragraph } from "../layout/support.ts";
import { readObjects, stringOf } from "../support/pdf/objects.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";
import { render } from "./support.ts";

test("marks and odd characters in the metadata are the same in both places", async () => {
  const document = documentOf([paragraph("p", "Text.")], {
    title: 'Ships & <Aircraft> "\u2014\u0007\ufffe ééé \u{1f6a2}',
    metadata: {
      status: "draft",
      author: "Navy & Air (Force) \\",
      subject: "a < b",
      keywords: ["one", "two & three"],
      asOf: "2012-02-29",
    },
  });
  const { info, metadata } = await readPdf(render(document).bytes);
  const title = 'Ships & <Aircraft> "\u2014 ééé \u{1f6a2}';
  expect(info).toMatchObject({ Title: title, Author: "Navy & Air (Force) \\", Subject: "a < b" });
  expect(info["Keywords"]).toBe("one, two & three");
  expect(metadata["dc:title"]).toBe(title);
  expect(metadata["dc:creator"]).toEqual(["Navy & Air (Force) \\"]);
  expect(metadata["dc:description"]).toBe("a < b");
  expect(metadata["pdf:keywords"]).toBe("one, two & three");
  expect(metadata["xmp:createdate"]).toBe("2012-02-29T00:00:00Z");
});

test("a file of no date has none", async () => {
  const { info, metadata } = await readPdf(render(documentOf([paragraph("p", "Text.")])).bytes);
  expect(info).not.toHaveProperty("CreationDate");
  expect(metadata).not.toHaveProperty("xmp:createdate");
});

test("files of other words have another identifier, files of the same the same", async () => {
  const identifier = async (text: string): Promise<string> => {
    const { trailer } = await readObjects(render(documentOf([paragraph("p", text)])).bytes);
    const [first] = trailer["/ID"] as readonly string[];
    return stringOf(first);
  };
  expect(await identifier("One.")).not.toBe(await identifier("Two."));
  expect(await identifier("One.")).toBe(await identifier("One."));
});

test("a document of nothing is still a file", async () => {
  const { pages, tags, warnings } = await readPdf(render(documentOf([])).bytes);
  expect(pages.length).toBe(1);
  expect(tags.children).toEqual([]);
  expect(warnings).toEqual([]);
});
