import type { Relation, WordFile } from "../ooxml/index.ts";
import { childrenOf, escapeXml, relationsPath, targetFrom } from "../ooxml/index.ts";

/** The file in the making: the template's parts, with those that were changed or added. */
export type Output = {
  readonly text: (path: string, xml: string) => void;
  readonly remove: (path: string) => void;
  /** Adds a part under a name that is free, with its content type; gives its path. */
  readonly add: (path: string, bytes: Uint8Array, contentType: string) => string;
  /** Adds a relationship; gives its id. */
  readonly relate: (part: string, type: string, target: string, isExternal: boolean) => string;
  readonly dropRelation: (part: string, id: string) => void;
  readonly setType: (path: string, contentType: string) => void;
  readonly parts: () => ReadonlyMap<string, Uint8Array>;
};

export function createOutput(template: WordFile): Output {
  const encoder = new TextEncoder();
  const parts = new Map(template.parts);
  const types = new Map<string, string>();
  const addedRelations = new Map<string, Omit<Relation, "name">[]>();
  const dropped = new Map<string, Set<string>>();

  function freePath(path: string): string {
    const taken = new Set([...parts.keys()].map((each) => each.toLowerCase()));
    const dot = path.lastIndexOf(".");
    let free = path;
    for (let number = 2; taken.has(free.toLowerCase()); number++)
      free = `${path.slice(0, dot)}-${number}${path.slice(dot)}`;
    return free;
  }
  function relate(part: string, type: string, target: string, isExternal: boolean): string {
    const added = addedRelations.get(part) ?? [];
    addedRelations.set(part, added);
    const ids = new Set([...template.relations(part), ...added].map(({ id }) => id.toLowerCase()));
    let number = 1;
    while (ids.has(`riddossier${number}`)) number++;
    const id = `rIdDossier${number}`;
    added.push({ id, type, target, isExternal });
    return id;
  }
  return {
    text: (path, xml) => void parts.set(path, encoder.encode(xml)),
    remove(path) {
      parts.delete(path);
      parts.delete(relationsPath(path));
    },
    add(path, bytes, contentType) {
      const free = freePath(path);
      parts.set(free, bytes);
      types.set(free, contentType);
      return free;
    },
    relate,
    dropRelation(part, id) {
      dropped.set(part, new Set([...(dropped.get(part) ?? []), id]));
    },
    setType: (path, contentType) => void types.set(path, contentType),
    parts() {
      const changed = new Set([...addedRelations.keys(), ...dropped.keys()]);
      for (const part of [...changed].sort()) {
        const xml = relationsXml(template, part, addedRelations.get(part) ?? [], dropped.get(part));
        parts.set(existing(template, relationsPath(part)), encoder.encode(xml));
      }
      const list = existing(template, "[Content_Types].xml");
      parts.set(list, encoder.encode(typesXml(template, list, types, parts)));
      return parts;
    },
  };
}

/** The spelling of the package, whose names may differ in case from the usual ones. */
function existing(template: WordFile, path: string): string {
  const lower = path.toLowerCase();
  return [...template.parts.keys()].find((each) => each.toLowerCase() === lower) ?? path;
}

function relationsXml(
  template: WordFile,
  part: string,
  added: readonly Omit<Relation, "name">[],
  dropped: ReadonlySet<string> | undefined,
): string {
  const all = [
    ...template.relations(part).filter(({ id }) => dropped?.has(id) !== true),
    ...added,
  ].map(
    ({ id, type, target, isExternal }) =>
      `<Relationship Id="${escapeXml(id)}" Type="${escapeXml(type)}" Target="${escapeXml(target)}"${isExternal ? ' TargetMode="External"' : ""}/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`;
}

/** The types of the template, without those of parts that are not there, and with those that were added or changed by name. */
function typesXml(
  template: WordFile,
  path: string,
  types: ReadonlyMap<string, string>,
  parts: ReadonlyMap<string, Uint8Array>,
): string {
  const { root } = template.xml(path);
  const there = new Set([...parts.keys()].map((part) => `/${part.toLowerCase()}`));
  const changed = new Set([...types.keys()].map((part) => `/${part.toLowerCase()}`));
  const kept = childrenOf(root, "ct:Override").filter(({ attributes }) => {
    const name = (attributes["PartName"] ?? "").toLowerCase();
    return !changed.has(name) && (there.has(name) || name.includes("%"));
  });
  const entries = [
    ...childrenOf(root, "ct:Default").map(
      ({ attributes }) =>
        `<Default Extension="${escapeXml(attributes["Extension"] ?? "")}" ContentType="${escapeXml(attributes["ContentType"] ?? "")}"/>`,
    ),
    ...kept.map(({ attributes }) =>
      override(attributes["PartName"] ?? "", attributes["ContentType"] ?? ""),
    ),
    ...[...types].map(([part, type]) => override(`/${part}`, type)),
  ];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${entries.join("")}</Types>`;
}

function override(part: string, type: string): string {
  return `<Override PartName="${escapeXml(part)}" ContentType="${escapeXml(type)}"/>`;
}

/** Takes a part of another file along, with all that it leads to; gives its path. A part that is led to twice is taken once. */
export function carryPart(
  from: WordFile,
  path: string,
  output: Output,
  carried: Map<string, string>,
): string {
  const known = carried.get(path);
  if (known !== undefined) return known;
  const bytes = from.parts.get(path);
  if (bytes === undefined) throw new Error(`Bug: there is no part "${path}" to carry.`);
  const type = from.contentTypeOf(path) ?? "application/octet-stream";
  const there = output.add(path, bytes, type);
  carried.set(path, there);
  const relations = from.relations(path);
  if (relations.length === 0) return there;
  // Ids stay as they are, since the part names them, so its list of relationships is written whole.
  const written = relations.map((relation) => {
    const target =
      relation.path === undefined
        ? relation.target
        : targetFrom(there, carryPart(from, relation.path, output, carried));
    return `<Relationship Id="${escapeXml(relation.id)}" Type="${escapeXml(relation.type)}" Target="${escapeXml(target)}"${relation.isExternal ? ' TargetMode="External"' : ""}/>`;
  });
  output.text(
    relationsPath(there),
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${written.join("")}</Relationships>`,
  );
  return there;
}
