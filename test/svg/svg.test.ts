import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { SvgReader } from "../../src/svg/index.ts";
import { openSvgReader } from "../../src/svg/index.ts";

const root = new URL("../../", import.meta.url);
let read: SvgReader;

beforeAll(async () => {
  const binary = readFileSync(new URL("node_modules/@resvg/resvg-wasm/index_bg.wasm", root));
  const font = new URL(
    "node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf",
    root,
  );
  read = await openSvgReader(binary, [{ family: "Source Sans 3", bytes: readFileSync(font) }]);
});

function svg(inside: string, attributes = 'width="100" height="50"'): Uint8Array {
  return new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`,
  );
}

function picture(inside: string, attributes?: string) {
  const result = read(svg(inside, attributes));
  if (typeof result === "string") throw new Error(result);
  return result;
}

test("shapes keep their outlines, colours and lines", () => {
  const { drawing, width, height } = picture(
    '<g transform="translate(10 5)"><rect width="20" height="10" fill="#0B4F6C"/></g>' +
      '<path d="M0 0 L10 0" stroke="#f00" stroke-width="2" stroke-dasharray="3 1" fill="none" stroke-linecap="round"/>',
  );
  expect([width, height]).toEqual([100, 50]);
  expect(drawing).toMatchObject({
    width: 100,
    height: 50,
    shapes: [
      { steps: "MLLLZ", points: [10, 5, 30, 5, 30, 15, 10, 15], fill: { colour: "0B4F6C" } },
      {
        steps: "ML",
        points: [0, 0, 10, 0],
        stroke: { colour: "FF0000", width: 2, dashes: [3, 1], cap: 1 },
      },
    ],
  });
});

test("words are outlines, styles and clips are resolved", () => {
  const words = picture(
    '<style>.a{fill:#00f}</style><text class="a" x="5" y="20">Été</text>',
  ).drawing;
  expect(words?.shapes.length).toBeGreaterThan(0);
  expect(words?.shapes[0]?.fill).toEqual({ colour: "0000FF" });
  const clipped = picture(
    '<clipPath id="c"><rect width="5" height="5"/></clipPath><rect clip-path="url(#c)" width="20" height="20"/>',
  );
  expect(clipped.drawing?.shapes[0]?.clips).toHaveLength(1);
});

test.each([
  [
    "a gradient",
    '<linearGradient id="g"><stop stop-color="#f00"/></linearGradient><radialGradient id="h"><stop offset="0" stop-color="#f00"/><stop offset="1"/></radialGradient><rect fill="url(#h)" width="9" height="9"/>',
  ],
  [
    "a blur",
    '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect filter="url(#f)" width="9" height="9"/>',
  ],
  [
    "a group that is seen through",
    '<g opacity=".5"><rect width="9" height="9"/><rect x="4" width="9" height="9"/></g>',
  ],
])("%s is made of pixels", (_, inside) => {
  const { drawing, pixels, scale } = picture(inside);
  expect(drawing).toBeUndefined();
  expect([...pixels.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  expect(scale).toBeCloseTo(3.125);
});

describe("hostile pictures", () => {
  const uses = Array.from(
    { length: 30 },
    (_, level) => `<g id="a${level + 1}">${`<use href="#a${level}"/>`.repeat(10)}</g>`,
  ).join("");
  test.each([
    ["a script", svg("<script>alert(1)</script>"), "holds a script"],
    ["a web page", svg("<foreignObject><p>x</p></foreignObject>"), "foreignObject"],
    [
      "a picture from elsewhere",
      svg('<image href="https://example.org/a.png" width="5" height="5"/>'),
      "outside of its file",
    ],
    [
      "a file of the machine",
      svg('<image xlink:href="file:///etc/passwd" width="5" height="5"/>'),
      "outside of its file",
    ],
    [
      "repetitions without end",
      svg(`<rect id="a0" width="1" height="1"/>${uses}`),
      "repeats itself",
    ],
    [
      "a circle of uses",
      svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
      "repeats itself",
    ],
    ["nesting", svg(`${"<g>".repeat(5000)}${"</g>".repeat(5000)}`), "nested too deep"],
    [
      "an entity from a file",
      new TextEncoder().encode(
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
      ),
      "another file",
    ],
    ["no XML", new TextEncoder().encode("<svg"), "no SVG that can be drawn"],
    ["nothing", new Uint8Array(), "no SVG that can be drawn"],
    ["a giant", svg("", 'width="100000000" height="100000000"'), "no size"],
  ])("%s is refused with a reason", (_, bytes, reason) => {
    expect(read(bytes)).toContain(reason);
  });

  test("entities that are words are read, and a bomb of them is not", () => {
    const bomb = Array.from(
      { length: 20 },
      (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`,
    ).join("");
    const text = `<!DOCTYPE svg [<!ENTITY e0 "x">${bomb}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&e20;</text></svg>`;
    expect(typeof read(new TextEncoder().encode(text))).toBe("string");
    const plain =
      '<!DOCTYPE svg [<!ENTITY name "#f00">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="&name;"/></svg>';
    expect(read(new TextEncoder().encode(plain))).toMatchObject({
      drawing: { shapes: [{ fill: { colour: "FF0000" } }] },
    });
  });
});
