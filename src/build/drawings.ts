import type { DocumentTree } from "../document/index.ts";
import type { Host } from "../host/index.ts";
import type { ImageAsset } from "../layout/index.ts";
import type { SvgReader } from "../svg/index.ts";
import type { Theme } from "../theme/index.ts";
import { imagesOf } from "./images-of.ts";

/** SVG pictures by their path; a text says why one cannot be shown. */
export type Drawings = ReadonlyMap<string, ImageAsset | string>;

/** The SVG pictures that a document shows. */
export async function drawingsOf(
  document: DocumentTree,
  theme: Theme,
  host: Host,
): Promise<Drawings> {
  const drawings = new Map<string, ImageAsset | string>();
  const sources = imagesOf(document).map(({ source }) => source);
  const wanted = new Set(sources.filter((source) => /\.svg$/i.test(source) && isInside(source)));
  if (wanted.size === 0) return drawings;
  const read = await openReader(theme, host);
  for (const source of wanted) {
    const bytes = host.read(source);
    if (bytes === undefined) continue;
    const picture = read(bytes);
    if (typeof picture === "string") {
      drawings.set(source, picture);
      continue;
    }
    const { width, height, scale, pixels, svg, drawing } = picture;
    drawings.set(source, {
      format: "png",
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
      density: 96 * scale,
      bytes: pixels,
      svg,
      ...(drawing === undefined ? {} : { drawing }),
    });
  }
  return drawings;
}

/** What draws SVG is loaded when it is first asked for. */
export async function openReader(theme: Theme, host: Host): Promise<SvgReader> {
  const { openSvgReader } = await import("../svg/index.ts");
  const binary = host.shipped("resvg.wasm");
  if (binary === undefined) throw new Error("Bug: the program was installed without resvg.wasm.");
  return openSvgReader(binary, fontsOf(theme, host));
}

/** What lies elsewhere is refused with the other images. */
function isInside(source: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(source) && !source.split("/").includes("..");
}

/** All faces of the theme: the words of a picture are set in these. */
function fontsOf(
  theme: Theme,
  host: Host,
): readonly { readonly family: string; readonly bytes: Uint8Array }[] {
  return Object.values(theme.fonts).flatMap(({ name, faces }) =>
    faces.flatMap(({ file }) => {
      const bytes = host.read(file) ?? host.shipped(file);
      return bytes === undefined ? [] : [{ family: name, bytes }];
    }),
  );
}
