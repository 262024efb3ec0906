import type { Host } from "../host/index.ts";
import { memoryHost } from "../host/index.ts";
import type { BlobStore } from "./store/store.ts";
import { isHash } from "./store/store.ts";

/** All files of a project that a build may ask for, by path. */
type Snapshot = { readonly files: readonly (readonly [path: string, hash: string])[] };

const mostFiles = 20_000;
const mostBytes = 500 * 1024 * 1024;
/** What documents are made of. */
const kinds = /\.(md|markdown|ya?ml|hbs|json|csv|tsv|png|jpe?g|svg|ttf|otf|woff2?|docx|dotx|bib)$/i;

/**
 * Puts the project into the store. Gives the hash of the list of its files.
 * @param named further files and folders, which keep their names; the files may be of any kind
 */
export async function takeSnapshot(
  host: Host,
  outputs: ReadonlySet<string>,
  named: readonly string[],
  store: BlobStore,
): Promise<string> {
  const files: [string, string][] = [];
  let bytes = 0;
  const further = named.flatMap((path) => [...filesUnder(host, path.replace(/\/+$/, ""))]);
  const wanted = [...filesUnder(host, ""), ...further].filter((path) => kinds.test(path));
  for (const path of new Set([...wanted, ...named])) {
    if (outputs.has(path)) continue;
    const content = host.read(path);
    if (content === undefined) continue;
    bytes += content.length;
    if (files.length >= mostFiles || bytes > mostBytes)
      throw new Error("The project is too large for the queue: more than 20 000 files or 500 MB.");
    files.push([path, await store.put(content)]);
  }
  const list: Snapshot = { files };
  return store.put(new TextEncoder().encode(JSON.stringify(list)));
}

function* filesUnder(host: Host, folder: string): Generator<string> {
  for (const name of host.list(folder === "" ? "." : folder)) {
    if (name === "node_modules/") continue;
    const path = folder === "" ? name : `${folder}/${name}`;
    if (path.endsWith("/")) yield* filesUnder(host, path.slice(0, -1));
    else yield path;
  }
}

/**
 * The world of a job: the snapshot's files in memory, and what is shipped with the worker's own program. Nothing that a job names
 * leads to a file of this machine.
 */
export async function openSnapshot(
  hash: string,
  store: BlobStore,
  program: Host,
  epochDate: string | undefined,
): Promise<Host> {
  const list = await fetched(hash, store);
  const { files } = JSON.parse(new TextDecoder().decode(list)) as Partial<Snapshot>;
  if (!Array.isArray(files) || files.length > mostFiles)
    throw new Error("The snapshot has no sound shape.");
  const contents: [string, Uint8Array][] = [];
  for (const entry of files) {
    const [path, content] = Array.isArray(entry) ? entry : [];
    if (typeof path !== "string" || !isHash(content))
      throw new Error("The snapshot has no sound shape.");
    contents.push([path, await fetched(content, store)]);
  }
  const { epochDate: _, stamp: __, ...shipped } = program;
  const { read, exists, list: names, write } = memoryHost(Object.fromEntries(contents));
  return {
    ...shipped,
    read,
    exists,
    list: names,
    write,
    ...(epochDate === undefined ? {} : { epochDate }),
  };
}

async function fetched(hash: string, store: BlobStore): Promise<Uint8Array> {
  const bytes = await store.get(hash);
  if (bytes === undefined) throw new Error(`The store does not have ${hash}.`);
  return bytes;
}
