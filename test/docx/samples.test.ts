import { describe, expect, test } from "vitest";
import { textsOf } from "../../src/document/index.ts";
import { sample } from "../layout/support.ts";
import {
  bytesOf,
  normal,
  open,
  paragraphsOf,
  products,
  textOfParagraph,
  textParts,
} from "./support.ts";
import { all, attributeOf } from "./xml.ts";

describe.each(products)("the sample %s in Word", (product) => {
  const document = sample(product);
  const made = bytesOf(document).then(open);

  test("holds every text of the document", async () => {
    const file = await made;
    const written = textParts(file)
      .flatMap(paragraphsOf)
      .map(textOfParagraph)
      .map(normal)
      .join("\n");
    const missing = textsOf(document).filter((text) => !written.includes(normal(text)));
    expect(missing).toEqual([]);
  });

  test("says its headings by styles with outline levels", async () => {
    const file = await made;
    const levels = new Map(
      all(file.part("word/styles.xml"), "w:style").map((style) => [
        style.attributes["w:styleId"],
        attributeOf(style, "w:outlineLvl"),
      ]),
    );
    const headings = paragraphsOf(file.part("word/document.xml")).filter(
      (each) => levels.get(attributeOf(each, "w:pStyle")) !== undefined,
    );
    expect(headings.length).toBeGreaterThan(3);
    expect(headings.map(textOfParagraph).filter((text) => text.trim() === "")).toEqual([]);
  });

  test("has its formatting in styles that exist", async () => {
    const file = await made;
    const styles = all(file.part("word/styles.xml"), "w:style");
    const ids = styles.map((style) => style.attributes["w:styleId"] ?? "");
    expect(new Set(ids).size).toBe(ids.length);
    const parts = textParts(file);
    const used = parts.flatMap((part) =>
      ["w:pStyle", "w:rStyle", "w:tblStyle"].flatMap((name) =>
        all(part, name).map((each) => each.attributes["w:val"] ?? ""),
      ),
    );
    expect([...new Set(used)].filter((id) => !ids.includes(id))).toEqual([]);
    const runs = parts.flatMap((part) => all(part, "w:r")).flatMap((run) => run.children);
    const direct = runs
      .filter(({ name }) => name === "w:rPr")
      .flatMap(({ children }) => children)
      .filter(({ name }) => name !== "w:rStyle" && name !== "w:lang");
    expect(direct).toEqual([]);
    const others = new Set(["w:pStyle", "w:numPr", "w:pageBreakBefore", "w:framePr"]);
    // Frames are those of styles, said again for programs that look for them in paragraphs.
    for (const frame of textParts(file).flatMap((part) => all(part, "w:pPr"))) {
      const own = all(frame, "w:framePr")[0]?.attributes;
      const style = styles.find(
        ({ attributes }) => attributes["w:styleId"] === attributeOf(frame, "w:pStyle"),
      );
      const named = style === undefined ? undefined : all(style, "w:framePr")[0]?.attributes;
      expect(own).toEqual(named);
    }
    const body = paragraphsOf(file.part("word/document.xml")).flatMap(({ children }) =>
      children.filter(({ name }) => name === "w:pPr").flatMap(({ children: all }) => all),
    );
    expect(body.filter(({ name }) => !others.has(name) && name !== "w:sectPr")).toEqual([]);
  });

  test("has styles that build on each other without a circle", async () => {
    const file = await made;
    const styles = all(file.part("word/styles.xml"), "w:style");
    const bases = new Map(
      styles.map((style) => [style.attributes["w:styleId"] ?? "", attributeOf(style, "w:basedOn")]),
    );
    const rooted = [...bases.keys()].filter((id) => {
      let steps = 0;
      for (let at = bases.get(id); at !== undefined; at = bases.get(at))
        if (++steps > bases.size || !bases.has(at)) return false;
      return true;
    });
    expect(rooted.length).toBe(bases.size);
    const followers = styles.flatMap((style) => attributeOf(style, "w:next") ?? []);
    expect(followers.filter((id) => !bases.has(id))).toEqual([]);
  });
});

describe.each(products)("the parts of the sample %s in Word", (product) => {
  const document = sample(product);
  const made = bytesOf(document).then(open);

  test("has no empty paragraph that stands for a distance", async () => {
    const file = await made;
    const body = file.part("word/document.xml").children[0];
    const children = body?.children ?? [];
    const empty = children.filter(
      (each, index) =>
        each.name === "w:p" &&
        textOfParagraph(each).trim() === "" &&
        all(each, "w:drawing").length === 0 &&
        // Word takes tables that touch for one, and wants a paragraph after the last.
        !(
          children[index - 1]?.name === "w:tbl" &&
          /w:tbl|w:sectPr/.test(children[index + 1]?.name ?? "") &&
          attributeOf(each, "w:pStyle") === "TableEnd"
        ),
    );
    // A divider is a rule, which needs a paragraph to stand on.
    const names = empty.map((each) => attributeOf(each, "w:pStyle"));
    expect(names.filter((name) => name !== "HorizontalRule")).toEqual([]);
  });

  test("links to places that are there, by names that Word allows", async () => {
    const file = await made;
    const body = file.part("word/document.xml");
    const names = all(body, "w:bookmarkStart").map((each) => each.attributes["w:name"] ?? "");
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[A-Za-z_]\w{0,39}$/.test(name))).toEqual([]);
    const anchors = all(body, "w:hyperlink").flatMap((link) => link.attributes["w:anchor"] ?? []);
    expect(anchors.filter((anchor) => !names.includes(anchor))).toEqual([]);
    const ids = all(body, "w:bookmarkStart").map((each) => each.attributes["w:id"]);
    expect(
      all(body, "w:bookmarkEnd")
        .map((each) => each.attributes["w:id"])
        .sort(),
    ).toEqual([...ids].sort());
    const relations = all(file.part("word/_rels/document.xml.rels"), "Relationship").map(
      (each) => each.attributes["Id"],
    );
    const external = all(body, "w:hyperlink").flatMap((link) => link.attributes["r:id"] ?? []);
    expect(external.filter((id) => !relations.includes(id))).toEqual([]);
  });

  test("has tables whose first row repeats and whose cells fit the grid", async () => {
    const file = await made;
    for (const table of all(file.part("word/document.xml"), "w:tbl")) {
      const columns = all(table, "w:gridCol").length;
      const rows = all(table, "w:tr");
      expect(rows.map((row) => all(row, "w:tc").length)).toEqual(rows.map(() => columns));
      const heads = rows.map((row) => all(row, "w:tblHeader").length === 1);
      const byRows = /DossierRouting|DossierFacts/.test(attributeOf(table, "w:tblStyle") ?? "");
      expect(heads).toEqual(rows.map((_, index) => index === 0 && !byRows));
    }
    expect(file.text("word/document.xml")).not.toMatch(/<w:t [^>]*>[^<]*\n/);
  });

  test("has the same bytes each time, first the list of types", async () => {
    const zones = ["America/St_Johns", "Asia/Kathmandu"];
    const before = process.env["TZ"];
    const files: Uint8Array[] = [];
    for (const zone of zones) {
      process.env["TZ"] = zone;
      files.push(await bytesOf(document));
    }
    process.env["TZ"] = before;
    const [first = new Uint8Array(), second] = files;
    expect(first).toEqual(second);
    expect(open(first).paths[0]).toBe("[Content_Types].xml");
  });
});
