import type { Diagnostic, Place, Report } from "../diagnostics/index.ts";
import { similarNames } from "../diagnostics/index.ts";
import type { DocumentTree } from "../document/index.ts";
import type { Host } from "../host/index.ts";
import type { ImageAsset } from "../layout/index.ts";
import type { Drawings } from "./drawings.ts";
import { foreignFormat } from "./foreign-image.ts";
import { imagesOf } from "./images-of.ts";
import { plausible, readJpeg } from "./jpeg-header.ts";

/** A picture that decodes to more than this is refused before it is decoded. */
const mostPixels = 40_000_000;
const mostBytes = 50 * 1024 * 1024;

/**
 * Sizes and bytes of the images that a document shows. What cannot be used is told and left out; its alternative text is
 * printed in its place. As with other things that are missing, a draft is made without it and a final is not.
 */
export function loadImages(
  document: DocumentTree,
  host: Host,
  report: Report,
  drawings: Drawings,
): ReadonlyMap<string, ImageAsset> {
  const images = new Map<string, ImageAsset>();
  const isFinal = document.metadata.status === "final";
  for (const { source, place } of imagesOf(document)) {
    if (images.has(source)) continue;
    const graded: Report = (diagnostic) =>
      report(isFinal ? { ...diagnostic, severity: "error" } : diagnostic);
    const image = loadImage(source, place, host, graded, drawings);
    if (image !== undefined) images.set(source, place === undefined ? image : { ...image, place });
  }
  return images;
}

function loadImage(
  source: string,
  place: Place | undefined,
  host: Host,
  report: Report,
  drawings: Drawings,
): ImageAsset | undefined {
  const refuse = (rule: string, message: string, ...hints: readonly string[]): undefined => {
    report(diagnostic(rule, message, place, hints));
    return undefined;
  };
  if (/^[a-z][a-z0-9+.-]*:/i.test(source)) {
    return refuse(
      "image-is-local",
      `The image "${source}" is not a file of the project.`,
      "Save it in the project folder and give its path.",
    );
  }
  if (source.startsWith("/") || source.split("/").includes("..")) {
    return refuse(
      "image-is-local",
      `The image "${source}" lies outside the project folder.`,
      "Move it into the project folder.",
    );
  }
  if (source === "") {
    return refuse(
      "image-exists",
      "An image names a folder, and not a file in it.",
      "Give the name of the picture.",
    );
  }
  if (host.leadsOutside?.(source) === true) {
    return refuse(
      "image-is-local",
      `The image "${source}" is a link to a file outside the project folder.`,
      "Put a copy of the file in its place.",
    );
  }
  const bytes = host.read(source);
  if (bytes === undefined)
    return refuse(
      "image-exists",
      `There is no image "${source}".`,
      ...nearImages(source, host),
      "The path counts from the folder of the source.",
    );
  if (bytes.length > mostBytes)
    return refuse("image-is-small-enough", `The image "${source}" has more than 50 MB.`);
  const drawn = drawings.get(source);
  if (typeof drawn === "string")
    return refuse(
      "image-can-be-drawn",
      `The image "${source}" ${drawn}.`,
      "Save it as plain SVG, or as PNG.",
    );
  const image = drawn ?? readPng(bytes) ?? readJpeg(bytes);
  if (image === undefined) {
    const [what, hint] = reasonOf(bytes);
    return refuse("image-is-png-or-jpeg", `The image "${source}" ${what}.`, hint);
  }
  if (image.width * image.height > mostPixels) {
    return refuse(
      "image-is-small-enough",
      `The image "${source}" has ${image.width} × ${image.height} pixels, more than 40 million.`,
      "Scale it down: 300 pixels an inch are enough for print.",
    );
  }
  return image;
}

/** Files beside a missing one that are called alike. */
function nearImages(source: string, host: Host): readonly string[] {
  const folder = source.slice(0, source.lastIndexOf("/") + 1);
  if (host.leadsOutside?.(folder === "" ? "." : folder) === true) return [];
  const near = similarNames(source.slice(folder.length), host.list(folder === "" ? "." : folder));
  return near.map((name) => `Did you mean "${folder}${name}"?`);
}

function reasonOf(bytes: Uint8Array): readonly [what: string, hint: string] {
  if (bytes.length === 0) return ["is empty", "Save it again."];
  const format = foreignFormat(bytes);
  if (format === "HTML") {
    return ["is a page of the web", "Open it in a browser, and save the picture that is on it."];
  }
  return format === undefined
    ? ["is neither PNG, JPEG nor SVG, or is damaged", "Convert it to one of these."]
    : [`is in the format ${format}, which is not read`, `Convert it to ${betterFor(format)}.`];
}

function betterFor(format: string): string {
  if (/^(?:PDF|PostScript|EMF|WMF)$/.test(format)) return "SVG, or to PNG";
  return /^(?:HEIC|JPEG)/.test(format) ? "JPEG" : "PNG, or to JPEG if it is a photograph";
}

function diagnostic(
  rule: string,
  message: string,
  place: Place | undefined,
  hints: readonly string[],
): Diagnostic {
  return { rule, severity: "warning", message, hints, ...(place === undefined ? {} : { place }) };
}

/** Signature, then the IHDR chunk; pHYs gives the density (PNG 1.2, 4.1.1 and 4.2.4.2). */
function readPng(bytes: Uint8Array): ImageAsset | undefined {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (bytes.length < 33 || signature.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  if (width === 0 || height === 0) return undefined;
  let density = 96;
  for (let at = 33; at + 21 <= bytes.length; at += 12 + view.getUint32(at)) {
    const type = view.getUint32(at + 4);
    if (type === 0x49444154 || type === 0x49454e44) break; // IDAT, IEND
    if (type === 0x70485973 && bytes[at + 16] === 1) density = view.getUint32(at + 8) * 0.0254; // pHYs, per metre
  }
  return { format: "png", width, height, density: plausible(density), bytes };
}
