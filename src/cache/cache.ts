import { join } from "node:path";
import type { Host } from "../host/index.ts";
import { makeStateFolder } from "./files.ts";
import type { Groups } from "./groups.ts";
import { openGroups } from "./groups.ts";
import type { Recorder } from "./recorder.ts";
import { createRecorder } from "./recorder.ts";
import type { Records } from "./records.ts";
import { openRecords } from "./records.ts";
import type { Results } from "./results.ts";
import { openResults } from "./results.ts";

/** What is kept between runs, in one folder. Safe for several processes; damage and lack of room only cost time. */
export type Cache = Records &
  Groups &
  Results & {
    readonly recorder: Recorder;
    readonly folder: string;
    /** Version of the program and of what runs it. */
    readonly engine: string;
  };

/**
 * @param stateFolder the folder `.dossier` of a project, absolute
 * @param engine tells programs apart that may make different bytes of the same files
 */
export function openCache(stateFolder: string, world: Host, engine: string): Cache {
  makeStateFolder(stateFolder);
  const folder = cacheFolder(stateFolder);
  const recorder = createRecorder(world);
  return {
    folder,
    engine,
    recorder,
    ...openResults(folder, recorder),
    ...openRecords(folder, recorder, world),
    ...openGroups(folder, recorder),
  };
}

/** A later layout of the folder takes another name. */
export function cacheFolder(stateFolder: string): string {
  return join(stateFolder, "cache");
}
