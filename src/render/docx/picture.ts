import type { ImageReference } from "../../document/index.ts";
import { imageSize } from "../../document/index.ts";
import type { ImageAsset } from "../../layout/index.ts";
import type { Points } from "../../theme/index.ts";
import type { DocxContext } from "./context.ts";
import type { Child, Part } from "./element.ts";
import { element, Picture } from "./element.ts";
import { escapeText, textRun } from "./text.ts";

/** An image in the line, no wider and no higher than that, points; its alternative text when the file is missing. */
export function image(
  reference: ImageReference,
  context: DocxContext,
  widest: Points,
  tallest?: Points,
): readonly Child[] {
  const asset = context.assets.image(reference.source);
  if (asset === undefined)
    return reference.alternative === "" ? [] : [textRun(reference.alternative)];
  const size = fitted(reference, asset, context, widest, tallest);
  const name = `Picture ${context.next("picture")}`;
  const description = escapeText(reference.alternative);
  const shown = (part: Part): readonly Child[] => [
    inline({ ...lying(asset, size), name, description, blip: blip(asset, part) }, part),
  ];
  return [element("w:r", undefined, new Picture(size, shown))];
}

/** A picture as it is stored, and what is done to it to be seen. */
type Shown = {
  /** Points, before it is turned (20.1.7.6). */
  readonly width: Points;
  readonly height: Points;
  readonly degrees: number;
  readonly mirrored: boolean;
  readonly name: string;
  /** Empty: the picture is decorative. */
  readonly description: string;
  readonly blip: Child;
};

const main = "http://schemas.openxmlformats.org/drawingml/2006/main";
const picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/** A drawing in the line of text (20.4.2.8). */
function inline({ name, description, blip: shown, ...form }: Shown, part: Part): Child {
  const extent = { cx: emus(form.width), cy: emus(form.height) };
  return element(
    "w:drawing",
    undefined,
    element(
      "wp:inline",
      { distT: 0, distB: 0, distL: 0, distR: 0 },
      element("wp:extent", extent),
      element("wp:effectExtent", { l: 0, t: 0, r: 0, b: 0 }),
      properties(part.nextPicture(), name, description),
      element(
        "wp:cNvGraphicFramePr",
        undefined,
        element("a:graphicFrameLocks", { "xmlns:a": main, noChangeAspect: 1 }),
      ),
      element(
        "a:graphic",
        { "xmlns:a": main },
        element(
          "a:graphicData",
          { uri: picture },
          element(
            "pic:pic",
            { "xmlns:pic": picture },
            element(
              "pic:nvPicPr",
              undefined,
              element("pic:cNvPr", { id: 0, name: "", descr: "" }),
              element(
                "pic:cNvPicPr",
                undefined,
                element("a:picLocks", { noChangeAspect: 1, noChangeArrowheads: 1 }),
              ),
            ),
            element(
              "pic:blipFill",
              undefined,
              shown,
              element("a:srcRect"),
              element("a:stretch", undefined, element("a:fillRect")),
            ),
            element(
              "pic:spPr",
              { bwMode: "auto" },
              element(
                "a:xfrm",
                {
                  rot: form.degrees === 0 ? undefined : form.degrees * 60_000,
                  flipH: form.mirrored ? 1 : undefined,
                },
                element("a:off", { x: 0, y: 0 }),
                element("a:ext", extent),
              ),
              element("a:prstGeom", { prst: "rect" }, element("a:avLst")),
            ),
          ),
        ),
      ),
    ),
  );
}

/** What readers are told. A picture without words is marked as Word marks a decorative one: an extension of 2017 (MS-ODRAWXML). */
function properties(id: number, name: string, description: string): Child {
  if (description !== "") return element("wp:docPr", { id, name, descr: description });
  const decorative = element("adec:decorative", {
    "xmlns:adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    val: 1,
  });
  const extension = { uri: "{C183D7F6-B498-43B3-948B-1728B52AA6E4}" };
  return element(
    "wp:docPr",
    { id, name },
    element("a:extLst", { "xmlns:a": main }, element("a:ext", extension, decorative)),
  );
}

/** The bytes of a picture. Programs that do not know SVG show the pixels (MS-ODRAWXML 2.4.3). */
function blip({ bytes, format, svg }: ImageAsset, part: Part): Child {
  const related = (data: Uint8Array, extension: string): string =>
    part.relate("image", part.media(data, extension));
  const pixels = { "r:embed": related(bytes, format === "png" ? "png" : "jpg"), cstate: "none" };
  if (svg === undefined) return element("a:blip", pixels);
  const drawing = element("asvg:svgBlip", {
    "xmlns:asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "r:embed": related(svg, "svg"),
  });
  const extension = { uri: "{96DAC541-7B7A-43D3-8B79-37D633B846F1}" };
  return element(
    "a:blip",
    pixels,
    element("a:extLst", undefined, element("a:ext", extension, drawing)),
  );
}

/** English metric units, 12700 in a point (22.9.2.12). */
function emus(points: Points): number {
  return Math.round(points * 12_700);
}

/** From the stored picture to the one that is seen, by the numbers of Exif: mirrored first, then turned (20.1.7.6). */
const turns: Readonly<Record<number, readonly [degrees: number, mirrored: boolean]>> = {
  2: [0, true],
  3: [180, false],
  4: [180, true],
  5: [270, true],
  6: [90, false],
  7: [90, true],
  8: [270, false],
};

function lying(
  { orientation }: ImageAsset,
  { width, height }: { readonly width: Points; readonly height: Points },
): Pick<Shown, "width" | "height" | "degrees" | "mirrored"> {
  const [degrees, mirrored] = turns[orientation ?? 1] ?? [0, false];
  const lies = degrees === 90 || degrees === 270;
  return { width: lies ? height : width, height: lies ? width : height, degrees, mirrored };
}

/** Its own size where there is room, else smaller; never higher than a page, nor flatter than Word can show (20.4.2.7). */
function fitted(
  reference: ImageReference,
  { width, height, density }: ImageAsset,
  { theme }: DocxContext,
  widest: Points,
  room?: Points,
): { readonly width: Points; readonly height: Points } {
  const { page } = theme;
  // Within text on a slide it leaves room for the title.
  const share = theme.slides === undefined ? 0.9 : 0.7;
  const tallest = room ?? (page.height - page.margins.top - page.margins.bottom) * share;
  const natural = { width: (width / density) * 72, height: (height / density) * 72 };
  const size = imageSize(reference, natural, { width: widest, height: tallest });
  const least = 0.75;
  return { width: Math.max(least, size.width), height: Math.max(least, size.height) };
}
