import { escapeXml } from "../../ooxml/index.ts";
import type { Part } from "./element.ts";

/** What parts have in common: the pictures of the file. */
export type Media = {
  readonly put: (bytes: Uint8Array, extension: string) => string;
  readonly nextPicture: () => number;
  readonly files: () => ReadonlyMap<string, Uint8Array>;
};

export function createMedia(): Media {
  const names = new Map<Uint8Array, string>();
  let pictures = 0;
  return {
    put(bytes, extension) {
      const known = names.get(bytes);
      if (known !== undefined) return known;
      const name = `media/image${names.size + 1}.${extension}`;
      names.set(bytes, name);
      return name;
    },
    nextPicture: () => ++pictures,
    files: () => new Map([...names].map(([bytes, name]) => [`word/${name}`, bytes])),
  };
}

export type Relations = {
  readonly relate: Part["relate"];
  /** The part of relationships; undefined when there are none. */
  readonly xml: () => string | undefined;
};

const types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export function createRelations(): Relations {
  const ids = new Map<string, string>();
  let written = "";
  return {
    relate(type, target) {
      const key = `${type} ${target}`;
      const known = ids.get(key);
      if (known !== undefined) return known;
      const id = `rId${ids.size + 1}`;
      ids.set(key, id);
      const uri = type.includes(":") ? type : `${types}/${type}`;
      const mode = type === "hyperlink" ? ' TargetMode="External"' : "";
      written += `<Relationship Id="${id}" Type="${uri}" Target="${escapeXml(target)}"${mode}/>`;
      return id;
    },
    xml: () =>
      written === ""
        ? undefined
        : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written}</Relationships>`,
  };
}
