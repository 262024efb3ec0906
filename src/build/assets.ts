import type { Memory } from "../cache/index.ts";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import type { DocumentTree } from "../document/index.ts";
import type { Host } from "../host/index.ts";
import type { Assets, FontFace, Shaper } from "../layout/index.ts";
import { openFace, openShaper } from "../layout/index.ts";
import type { FaceKey, Theme } from "../theme/index.ts";
import type { Drawings } from "./drawings.ts";
import { formulasOf } from "./formulas.ts";
import { loadImages } from "./images.ts";

/** Font files, opened once in a process however many documents use them. */
export type FontShelf = (file: string, key: FaceKey, report: Report) => FontFace | undefined;

export function createFontShelf(host: Host, remember: Memory["remember"]): FontShelf {
  const shaper = (): Shaper => remember("shaper", () => openShaper(() => shaperBinary(host)));
  return (file, key, report) => {
    const opened = remember(`face ${file}`, () => openFile(file, key, host, shaper));
    if (opened.diagnostic !== undefined) report(opened.diagnostic);
    return opened.face;
  };
}

type Opened = { readonly face?: FontFace; readonly diagnostic?: Diagnostic };

function openFile(file: string, key: FaceKey, host: Host, shaper: () => Shaper): Opened {
  const own = host.read(file);
  const bytes = own ?? host.shipped(file);
  if (bytes === undefined)
    return {
      diagnostic: {
        rule: "font-exists",
        severity: "error",
        message: `There is no font file "${file}" for the face "${key}".`,
        hints: ["Put the file there, or name another one in brand.yaml."],
      },
    };
  try {
    // What shaping does was measured for the shipped faces alone.
    const pairs = own === undefined ? host.shipped(file.replace(/\.ttf$/, ".pairs")) : undefined;
    return { face: openFace(bytes, shaper(), file, pairs) };
  } catch (error) {
    return {
      diagnostic: {
        rule: "font-is-usable",
        severity: "error",
        message: `The font file "${file}" cannot be used: ${error instanceof Error ? error.message : "it is damaged"}`,
        hints: ["Use a TrueType font (.ttf) whose licence allows embedding."],
      },
    };
  }
}

function shaperBinary(host: Host): Uint8Array {
  const binary = host.shipped("harfbuzz.wasm");
  if (binary === undefined)
    throw new Error("Bug: the program was installed without harfbuzz.wasm.");
  return binary;
}

/** What layout and painting need from files. */
export function createAssets(
  document: DocumentTree,
  theme: Theme,
  host: Host,
  shelf: FontShelf,
  report: Report,
  drawings: Drawings,
): Assets {
  const files = new Map<FaceKey, string>();
  for (const family of Object.values(theme.fonts))
    for (const face of family.faces) files.set(face.key, face.file);
  const formulas = formulasOf(document);
  const images = loadImages(document, host, report, drawings);
  return {
    face(key) {
      const file = files.get(key);
      return file === undefined ? undefined : shelf(file, key, report);
    },
    fontFile(key) {
      const file = files.get(key);
      return file === undefined ? undefined : (host.read(file) ?? host.shipped(file));
    },
    fallbacks: theme.fallbacks,
    image: (source) => images.get(source) ?? formulas.get(source),
  };
}
