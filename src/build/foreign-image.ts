/** Formats of pictures that are not read, by their first bytes, so that an author is told which one a file is in. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 64));
  const brand = head.slice(4, 8) === "ftyp" ? head.slice(8, 12) : "";
  if (/^avi[fs]/.test(brand)) return "AVIF";
  if (/^(?:heic|heix|hevc|mif1|msf1)/.test(brand)) return "HEIC";
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return "WebP";
  if (head.slice(40, 44) === " EMF") return "EMF";
  return starts.find(([start]) => head.startsWith(start))?.[1] ?? markup(head);
}

const starts: readonly (readonly [start: string, name: string])[] = [
  ["GIF8", "GIF"],
  ["II*\0", "TIFF"],
  ["MM\0*", "TIFF"],
  ["BM", "BMP"],
  ["%PDF", "PDF"],
  ["%!PS", "PostScript"],
  ["\xc5\xd0\xd3\xc6", "PostScript"],
  ["\xd7\xcd\xc6\x9a", "WMF"],
  ["\0\0\x01\0", "ICO"],
  ["\0\0\0\x0cjP", "JPEG 2000"],
  ["\xff\x0a", "JPEG XL"],
  ["\0\0\0\x0cJXL", "JPEG XL"],
  ["8BPS", "Photoshop"],
];

/** A page of the web that was saved in place of the picture on it. */
function markup(head: string): string | undefined {
  return /^\s*<(?:!doctype html|html)/i.test(head) ? "HTML" : undefined;
}
