import type { Zippable } from "fflate";
import { zipSync } from "fflate";

/** The parts as one file, the list of types first, the rest by name. Same parts, same bytes, on any machine and at any time. */
export function packZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const first = ["[Content_Types].xml", "_rels/.rels"];
  const rest = [...parts.keys()].filter((path) => !first.includes(path)).sort();
  // The earliest time that a zip file knows. Zip times are local, so it is made here, in the zone that it is read in.
  const mtime = new Date(1980, 0, 1);
  const files: Zippable = {};
  for (const path of [...first, ...rest]) {
    const bytes = parts.get(path);
    if (bytes !== undefined) files[path] = [bytes, { mtime, level: 6, os: unix, attrs: readable }];
  }
  return zipSync(files);
}

/** Word for Mac calls a file unreadable whose entries nobody may read, as those of other systems without attributes are. */
const unix = 3;
const readable = 0o100644 << 16;
