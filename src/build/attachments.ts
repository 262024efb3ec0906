import { filesOfTables } from "../data/index.ts";
import type { Host } from "../host/index.ts";
import type { AttachedFile, Attachments } from "../render/pdf/index.ts";
import type { Session } from "./session.ts";
import type { Target } from "./target.ts";

/** What is to travel within the PDF file of a target, each file with a name of its own; undefined: nothing. */
export async function attachmentsOf(
  { attach, source }: Target,
  session: Session,
  host: Host,
): Promise<Attachments | undefined> {
  if (attach === undefined) return undefined;
  const { freeName } = await import("../render/pdf/index.ts");
  const taken = new Set<string>();
  const files: AttachedFile[] = [];
  const add = (file: AttachedFile): void => {
    files.push({ ...file, name: freeName(file.name, taken) });
  };
  const markdown = attach.includes("source") ? session.bytes(source) : undefined;
  if (markdown !== undefined)
    add({
      name: source === "-" ? "document.md" : nameOf(source),
      mediaType: "text/markdown",
      bytes: markdown,
      description: "Source of this document",
      relationship: "Source",
    });
  const read = attach.includes("data") ? session.source(source)?.source : undefined;
  for (const path of read === undefined ? [] : filesOfTables(read)) {
    const bytes = host.read(path);
    if (bytes === undefined) continue;
    add({
      name: nameOf(path),
      mediaType: "text/csv",
      bytes,
      description: `Data of tables: ${path}`,
      relationship: "Data",
    });
  }
  return { formulas: attach.includes("formulas"), files };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
