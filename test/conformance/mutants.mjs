// Broken files, each with one fault: made from a good file, to see that the judges refuse them.
import { zipSync } from "fflate";
import { readObjects, writeObjects } from "./pdf-objects.mjs";
import { partsOf, xmlOf } from "./xml.mjs";

/** Changes the first object that the pattern is found in; that none is found is a fault of the mutant. */
function changeObject(objects, pattern, change) {
  for (const [number, object] of objects) {
    if (!pattern.test(object.text)) continue;
    objects.set(number, { ...object, ...change(object) });
    return;
  }
  throw new Error(`No object has ${pattern}.`);
}

const replaceText = (pattern, replacement) => (pdf) =>
  changeObject(pdf.objects, pattern, ({ text }) => ({ text: text.replace(pattern, replacement) }));

/** The content of the first page. */
function changeContent(change) {
  return ({ objects }) => {
    const page = [...objects.values()].find(({ text }) => /\/Type \/Page\b/.test(text));
    const number = Number(/\/Contents \[?\s*(\d+) 0 R/.exec(page?.text ?? "")?.[1]);
    const content = objects.get(number);
    if (content === undefined) throw new Error("The first page has no content.");
    const changed = change(content.stream);
    if (changed === content.stream) throw new Error("The content is unchanged.");
    objects.set(number, { ...content, stream: changed });
  };
}

/** By name: [names of the judges that must refuse it, how it is made]. */
const pdfChanges = {
  "no language": [["vera", "page"], replaceText(/\/Lang \([^)]*\)/, "")],
  "figure without alternative text": [
    ["vera", "page"],
    ({ objects }) =>
      changeObject(objects, /\/S \/Figure/, ({ text }) => ({
        text: text.replace(/\/Alt (\([^)]*\)|<[^>]*>)/, ""),
      })),
  ],
  "no title in the metadata": [
    ["vera"],
    ({ objects }) =>
      changeObject(objects, /\/Type \/Metadata/, ({ stream }) => ({
        stream: stream.replace(/<dc:title>[\s\S]*?<\/dc:title>/, ""),
      })),
  ],
  "no mark that it is tagged": [["vera", "page"], replaceText(/\/MarkInfo <<[^>]*>>/, "")],
  "content that is not tagged": [
    ["vera"],
    changeContent((content) => content.replace(/\/[A-Z]\w* <<\/MCID \d+>>\s*BDC/, "/Span BMC")),
  ],
  "text outside any font": [
    ["poppler"],
    changeContent((content) => content.replace(/\/\w+ [\d.]+ Tf/g, "")),
  ],
  "a Q too many": [["poppler", "own"], changeContent((content) => `Q\n${content}`)],
  "a q without its Q": [["own"], changeContent((content) => `q\n${content}`)],
  "a missing EMC": [["own"], changeContent((content) => content.replace(/\bEMC\b/, ""))],
  "an outline that counts wrong": [
    ["own"],
    ({ objects }) =>
      changeObject(objects, /\/Type \/Outlines/, ({ text }) => ({
        text: text.replace(/\/Count \d+/, "/Count 999"),
      })),
  ],
};

/** { name, judges, bytes } of each; the first is no mutant but the same file written anew, which every judge must accept. */
export async function pdfMutants(bytes) {
  const mutants = [
    {
      name: "the same file written anew",
      judges: [],
      bytes: writeObjects(await readObjects(bytes)),
    },
  ];
  for (const [name, [judges, change]] of Object.entries(pdfChanges)) {
    const pdf = await readObjects(bytes);
    change(pdf);
    mutants.push({ name, judges, bytes: writeObjects(pdf) });
  }
  const swapped = Uint8Array.from(bytes);
  const middle = streamMiddle(bytes);
  swapped.set([bytes[middle + 1] ^ 0x55, bytes[middle] ^ 0x55, 0, 0], middle);
  mutants.push({ name: "swapped bytes in a stream", judges: ["qpdf"], bytes: swapped });
  mutants.push({
    name: "the second half is missing",
    judges: ["vera", "page", "qpdf"],
    bytes: bytes.slice(0, bytes.length / 2),
  });
  return mutants;
}

function streamMiddle(bytes) {
  const text = String.fromCharCode(...bytes.subarray(0, 65_536));
  const start = text.indexOf("stream\n") + "stream\n".length;
  const end = text.indexOf("endstream", start);
  return Math.floor((start + end) / 2);
}

const replaceIn = (part, pattern, replacement) => (parts) => {
  const xml = xmlOf(parts.get(part));
  const changed = xml.replace(pattern, replacement);
  if (changed === xml) throw new Error(`${part} has no ${pattern}.`);
  parts.set(part, new TextEncoder().encode(changed));
};
const document = "word/document.xml";
const styles = "word/styles.xml";

const docxChanges = {
  "an unknown element": [
    ["sdk", "schemas", "audit"],
    replaceIn(document, /<w:body>/, "<w:body><w:sillyElement/>"),
  ],
  "an attribute out of range": [
    ["sdk", "schemas"],
    replaceIn(styles, /<w:sz w:val="\d+"\/>/, '<w:sz w:val="large"/>'),
  ],
  "a paragraph in a missing style": [
    ["audit", "integrity", "own"],
    replaceIn(document, /<w:pStyle w:val="[^"]*"\/>/, '<w:pStyle w:val="Nowhere"/>'),
  ],
  "a bookmark told twice": [
    ["sdk", "own"],
    replaceIn(document, /(<w:bookmarkStart [^>]*\/>)/, "$1$1"),
  ],
  "a bookmark that never ends": [["own"], replaceIn(document, /<w:bookmarkEnd [^>]*\/>/, "")],
  "styles based on each other": [
    ["own"],
    replaceIn(
      styles,
      /(<w:style [^>]*w:styleId="Normal"[^>]*>\s*<w:name [^>]*\/>)/,
      '$1<w:basedOn w:val="Heading1"/>',
    ),
  ],
  "a line break inside a text": [["own"], replaceIn(document, /(<w:t(?: [^>]*)?>[^<])/, "$1\n")],
  "a relationship to nothing": [
    ["sdk", "integrity"],
    replaceIn("word/_rels/document.xml.rels", /Target="styles\.xml"/, 'Target="nothing.xml"'),
  ],
  "hidden headings": [
    ["office"],
    replaceIn(
      styles,
      /(<w:style [^>]*w:styleId="Heading1"[\s\S]*?)<w:rPr>/,
      "$1<w:rPr><w:vanish/>",
    ),
  ],
  "contents that say what no heading says": [
    ["fields"],
    replaceIn(
      document,
      /(<w:pStyle w:val="TOC1"\/>[\s\S]*?<w:t xml:space="preserve">)/,
      "$1Wrong ",
    ),
  ],
  "a part that is not well formed": [
    ["sdk", "schemas", "audit", "integrity", "office"],
    replaceIn(document, "</w:body>", ""),
  ],
};

/** As pdfMutants. */
export function docxMutants(file, bytes) {
  const again = (change) => {
    const parts = partsOf(file);
    change(parts);
    return zipSync(Object.fromEntries(parts), { level: 1 });
  };
  const changed = Object.entries(docxChanges).map(([name, [judges, change]]) => ({
    name,
    judges,
    bytes: again(change),
  }));
  const reversed = again((parts) => {
    const all = [...parts].reverse();
    parts.clear();
    for (const [name, data] of all) parts.set(name, data);
  });
  return [
    { name: "the same file written anew", judges: [], bytes: again(() => undefined) },
    ...changed,
    { name: "a package in the wrong order", judges: ["own"], bytes: reversed },
    {
      name: "the second half is missing",
      judges: ["sdk", "schemas", "audit", "integrity", "own", "office"],
      bytes: bytes.slice(0, bytes.length / 2),
    },
  ];
}
