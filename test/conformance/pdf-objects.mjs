// A PDF file as plain objects: qpdf (as WebAssembly) undoes its compression, so that its objects can be read and changed as text.
import { createRequire } from "node:module";
import createQpdf from "@neslinesli93/qpdf-wasm";

const require = createRequire(import.meta.url);
const settings = ["--qdf", "--object-streams=disable", "--deterministic-id", "--warning-exit-0"];

/** { objects: Map of number to { text, stream } (stream undefined where there is none), trailer }. Texts hold a byte a character. */
export async function readObjects(bytes) {
  const said = [];
  const qpdf = await createQpdf({
    locateFile: () => require.resolve("@neslinesli93/qpdf-wasm/dist/qpdf.wasm"),
    noInitialRun: true,
    print: (line) => said.push(line),
    printErr: (line) => said.push(line),
  });
  qpdf.FS.writeFile("/in.pdf", bytes);
  if (qpdf.callMain([...settings, "/in.pdf", "/out.pdf"]) !== 0) throw new Error(said.join(" "));
  return parseObjects(latin1(qpdf.FS.readFile("/out.pdf")));
}

/** Not the decoder named latin1, which is really windows-1252. */
function latin1(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

function parseObjects(text) {
  const objects = new Map();
  const start = /^(\d+) 0 obj\n/gm;
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const object = parseObject(text, start.lastIndex);
    objects.set(Number(match[1]), { text: object.text, stream: object.stream });
    start.lastIndex = object.end;
  }
  // Lengths are objects of their own, after their streams.
  const trailer = /^trailer (<<[\s\S]*?)\nstartxref/m.exec(
    text.slice(text.lastIndexOf("\ntrailer ")),
  )?.[1];
  return { objects, trailer: trailer ?? "<< >>" };
}

function parseObject(text, from) {
  const end = text.indexOf("\nendobj", from);
  const streamAt = text.indexOf("\nstream\n", from);
  if (streamAt < 0 || streamAt > end)
    return { text: text.slice(from, end), stream: undefined, end };
  const dictionary = text.slice(from, streamAt);
  const lengthObject = /\/Length (\d+) 0 R/.exec(dictionary)?.[1];
  const dataAt = streamAt + "\nstream\n".length;
  const length = lengthObject === undefined ? 0 : lengthOf(text, lengthObject, dataAt);
  const stream = text.slice(dataAt, dataAt + length);
  return { text: dictionary, stream, end: text.indexOf("\nendobj", dataAt + length) };
}

function lengthOf(text, number, from) {
  const at = text.indexOf(`\n${number} 0 obj\n`, from);
  return Number.parseInt(text.slice(at + `\n${number} 0 obj\n`.length), 10);
}

/** The file again, with a new cross-reference table. */
export function writeObjects({ objects, trailer }) {
  let file = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";
  const places = new Map();
  for (const [number, { text, stream }] of objects) {
    places.set(number, file.length);
    const body =
      stream === undefined
        ? text
        : `${text.replace(/\/Length \d+ 0 R/, `/Length ${stream.length}`)}\nstream\n${stream}\nendstream`;
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(...objects.keys()) + 1;
  const entry = (number) => {
    const place = places.get(number);
    return place === undefined
      ? "0000000000 65535 f \n"
      : `${String(place).padStart(10, "0")} 00000 n \n`;
  };
  const table = Array.from({ length: size }, (_, number) => entry(number)).join("");
  file += `xref\n0 ${size}\n${table}trailer ${trailer}\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}
