const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** By what the name of a part ends with. */
const byExtension: Readonly<Record<string, string>> = {
  rels: "application/vnd.openxmlformats-package.relationships+xml",
  xml: "application/xml",
  png: "image/png",
  jpg: "image/jpeg",
  svg: "image/svg+xml",
  odttf: "application/vnd.openxmlformats-officedocument.obfuscatedFont",
};

/** By the name of the part, without folders, number and extension. */
const byName: Readonly<Record<string, string>> = {
  document: `${word}.document.main+xml`,
  styles: `${word}.styles+xml`,
  numbering: `${word}.numbering+xml`,
  settings: `${word}.settings+xml`,
  fontTable: `${word}.fontTable+xml`,
  footnotes: `${word}.footnotes+xml`,
  endnotes: `${word}.endnotes+xml`,
  header: `${word}.header+xml`,
  footer: `${word}.footer+xml`,
  theme: "application/vnd.openxmlformats-officedocument.theme+xml",
  core: "application/vnd.openxmlformats-package.core-properties+xml",
  app: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
  custom: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
};

/** `[Content_Types].xml` for these parts (ECMA-376 Part 2, 10.1.2.2). */
export function contentTypes(paths: readonly string[]): string {
  const extensions = [...new Set(["rels", "xml", ...paths.map(extensionOf)])];
  const defaults = extensions.map(
    (extension) =>
      `<Default Extension="${extension}" ContentType="${known(byExtension, extension)}"/>`,
  );
  const overrides = paths
    .filter((path) => extensionOf(path) === "xml")
    .sort()
    .map((path) => {
      const [, name = ""] = /([A-Za-z]+)\d*\.xml$/.exec(path) ?? [];
      return `<Override PartName="/${path}" ContentType="${known(byName, name)}"/>`;
    });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    ...defaults,
    ...overrides,
    "</Types>",
  ].join("");
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

function known(types: Readonly<Record<string, string>>, name: string): string {
  const type = types[name];
  if (type === undefined) throw new Error(`Bug: a part of no known type, "${name}".`);
  return type;
}
