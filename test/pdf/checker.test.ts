import { expect, test } from "vitest";
import { checkPdf } from "../support/pdf/check-pdf.ts";
import { operationsOf } from "../support/pdf/content.ts";
import { readPdf } from "../support/pdf/read-pdf.ts";

/** The checks of this folder are themselves checked, with a small file that is broken in one way at a time. */

type Parts = {
  readonly content: string;
  /** Bodies of objects 1 to 12. */
  readonly objects: readonly string[];
};

const sound: Parts = {
  content:
    "/H1 <</MCID 0>>BDC q 0 0 5 5 re f Q EMC\n/Artifact BMC 0 0 1 1 re f EMC\n/P <</MCID 1>>BDC 1 1 1 1 re f EMC",
  objects: [
    "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 5 0 R/Outlines 9 0 R/Names<</Dests<</Names[(a)[3 0 R/Fit](b)[3 0 R/Fit]]>>>>>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/StructParents 0/Annots[12 0 R]/Resources<<>>>>",
    "",
    "<</Type/StructTreeRoot/K 6 0 R/ParentTree<</Nums[0[7 0 R 8 0 R]1 8 0 R]>>>>",
    "<</S/Document/P 5 0 R/K[7 0 R 8 0 R]>>",
    "<</S/H1/P 6 0 R/Pg 3 0 R/K 0>>",
    "<</S/P/P 6 0 R/Pg 3 0 R/K[1<</Type/OBJR/Obj 12 0 R>>]>>",
    "<</First 10 0 R/Last 11 0 R/Count 2>>",
    "<</Title(A)/Parent 9 0 R/Next 11 0 R/Dest(a)>>",
    "<</Title(B)/Parent 9 0 R/Prev 10 0 R/Dest(b)>>",
    "<</Type/Annot/Subtype/Link/Rect[0 0 1 1]/StructParent 1/Dest(a)>>",
  ],
};

/** A plain file: header, objects, table, trailer. */
function fileOf({ content, objects }: Parts): Uint8Array {
  let file = "%PDF-1.7\n";
  const offsets: number[] = [];
  objects.forEach((body, index) => {
    offsets.push(file.length);
    const stream = `<</Length ${content.length}>>\nstream\n${content}\nendstream`;
    file += `${index + 1} 0 obj\n${index === 3 ? stream : body}\nendobj\n`;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

/** The sound file with one stretch replaced in its content or its objects. */
function broken(from: string, to: string): Uint8Array {
  const parts = {
    content: sound.content.replace(from, to),
    objects: sound.objects.map((body) => body.replace(from, to)),
  };
  expect(parts).not.toEqual(sound);
  return fileOf(parts);
}

test("nothing is said against a sound file", async () => {
  expect(await checkPdf(fileOf(sound))).toEqual([]);
});

test.each([
  ["a state left open", "f Q EMC", "f EMC", "EMC closes no BDC"],
  ["a state closed twice", "f Q EMC", "f Q Q EMC", "Q closes no q"],
  ["a mark left open", "1 1 1 1 re f EMC", "1 1 1 1 re f", "not closed"],
  ["a mark closed twice", "1 1 1 1 re f EMC", "1 1 1 1 re f EMC EMC", "EMC closes no BDC"],
  [
    "painting outside of marks",
    "/Artifact BMC 0 0 1 1 re f EMC",
    "0 0 1 1 re f",
    "outside of every mark",
  ],
  ["two marks of one number", "MCID 1", "MCID 0", "two marks 0"],
  ["a mark within a mark", "q 0 0 5 5", "/P <</MCID 2>>BDC EMC q 0 0 5 5", "within another"],
  ["a font that is not there", "q 0 0 5 5", "/F9 1 Tf q 0 0 5 5", "no /F9"],
  ["a parent of another element", "0[7 0 R 8 0 R]", "0[8 0 R 7 0 R]", "is of 8 0 R"],
  ["a parent too many", "0[7 0 R 8 0 R]", "0[7 0 R 8 0 R 8 0 R]", "its parents are 3"],
  ["an annotation of another element", "1 8 0 R]", "1 7 0 R]", "is of 7 0 R"],
  ["an annotation out of the structure", "[1<</Type/OBJR/Obj 12 0 R>>]", " 1", "stands in nothing"],
  ["a mark out of the structure", "/K 0>>", "/K[]>>", "stands in nothing"],
  ["a mark that is not there", "/K 0>>", "/K[0 7]>>", "mark 7"],
  ["an element twice", "/K[7 0 R 8 0 R]", "/K[7 0 R 8 0 R 7 0 R]", "twice"],
  ["a wrong count of bookmarks", "/Count 2", "/Count 3", "counts 3, not 2"],
  ["a bookmark of another parent", "(B)/Parent 9", "(B)/Parent 10", "another parent"],
  ["a bookmark with another before it", "/Prev 10", "/Prev 11", "another before it"],
  ["a last bookmark that is not", "/Last 11", "/Last 10", "not the last"],
  ["names out of order", "(a)[3 0 R/Fit](b)", "(b)[3 0 R/Fit](a)", "stands after"],
  ["a name that is not there", "/Dest(a)>>", "/Dest(z)>>", 'named "z"'],
])("%s is found", async (_, from, to, fault) => {
  expect((await checkPdf(broken(from, to))).join(" ")).toContain(fault);
});

test("a file cut short cannot be read", async () => {
  const bytes = fileOf(sound);
  await expect(checkPdf(bytes.slice(0, bytes.length - 60))).rejects.toThrow("qpdf");
  await expect(readPdf(bytes.slice(0, 400))).rejects.toThrow();
});

test("the reader says all there is in the small file", async () => {
  const read = await readPdf(fileOf(sound));
  expect(read.outline.map(({ title, page }) => [title, page])).toEqual([
    ["A", 1],
    ["B", 1],
  ]);
  expect(read.tags.children.length).toBe(2);
});

test("what pdf.js has against a file is told", async () => {
  const { warnings } = await readPdf(broken("1 1 1 1 re f", "1 1 1 1 re zz f"));
  expect(warnings.join(" ")).toContain("zz");
});

test("content is read with strings, arrays and dictionaries whole", () => {
  expect(operationsOf("(a (b) \\) c) Tj [<00>-2(])] TJ /P <</A[1 2]/B(>>)>> BDC")).toEqual([
    { operator: "Tj", operands: ["(a (b) \\) c)"] },
    { operator: "TJ", operands: ["[<00>-2(])]"] },
    { operator: "BDC", operands: ["/P", "<</A[1 2]/B(>>)>>"] },
  ]);
});
