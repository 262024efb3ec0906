import type { Host } from "../host/index.ts";
import { ownPath } from "./reading.ts";

/** Files of a project to begin with, by path in its folder: a source, dossier.yaml, one template of its own. */
export function newProject(host: Host): ReadonlyMap<string, Uint8Array> {
  return filesUnder(host, "templates/new/project/", (path) => path);
}

/**
 * Files of a template to begin with, by path in the project.
 * @param folder of the project's templates; absent: `templates`
 */
export function newTemplate(
  host: Host,
  name: string,
  folder?: string,
): ReadonlyMap<string, Uint8Array> {
  const place = ownPath(`templates/${name}/`, folder);
  return filesUnder(host, "templates/new/template/", (path) => place + path);
}

function filesUnder(
  host: Host,
  folder: string,
  pathOf: (path: string) => string,
): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const look = (below: string): void => {
    for (const entry of host.listShipped(folder + below)) {
      if (entry.endsWith("/")) look(below + entry);
      else {
        const bytes = host.shipped(folder + below + entry);
        if (bytes !== undefined) files.set(pathOf(below + entry), bytes);
      }
    }
  };
  look("");
  return files;
}
