import type { BeginOptions, Begun } from "../build/index.ts";
import { createRecorder } from "../cache/index.ts";
import type { Host } from "../host/index.ts";
import type { JobData, JobResult } from "./job.ts";
import { openSnapshot } from "./snapshot.ts";
import type { BlobStore } from "./store/store.ts";

/** Does the work of one job. Faults of the source are a result; only what may go better at another time throws. */
export type Work = (job: JobData) => Promise<JobResult>;

/** The way of a document, handed in: it is in the main part of the program, and this is in another. */
export type Begin = (options: BeginOptions, host: Host) => Begun;

/** Sessions that stay warm: jobs of one batch share all but their records. */
const mostSessions = 3;

export function createWork(store: BlobStore, program: Host, begin: Begin): Work {
  const sessions = new Map<string, Promise<Begun>>();
  async function open(job: JobData): Promise<Begun> {
    const { snapshot, target, asOf, epochDate } = job;
    const host = await openSnapshot(snapshot, store, program, epochDate);
    const { source, product, format, language, profile, attach, audience, status } = target;
    return begin(
      {
        ...{ sources: [source], kinds: [product], formats: [format], language, profile },
        attach: attach ?? [],
        ...(audience === undefined ? {} : { audience }),
        ...(status === undefined ? {} : { status }),
        ...(asOf === undefined ? {} : { asOf }),
        recorder: createRecorder(host),
      },
      host,
    );
  }
  function sessionOf(job: JobData): Promise<Begun> {
    const { record: _, ...shared } = job.target;
    const key = JSON.stringify({ ...job, target: shared });
    const known = sessions.get(key);
    if (known !== undefined) return known;
    const opened = open(job);
    opened.catch(() => sessions.delete(key));
    sessions.set(key, opened);
    for (const old of [...sessions.keys()].slice(0, -mostSessions)) sessions.delete(old);
    return opened;
  }
  return async (job) => {
    const begun = await sessionOf(job);
    const [planned] = begun.targets;
    if (planned === undefined) return { pages: 0, diagnostics: begun.diagnostics, reads: [] };
    const { record } = job.target;
    const target = record === undefined ? planned : { ...planned, record };
    const end = begun.run.recorder?.start();
    const { pages, diagnostics, bytes } = await begun.run.make(target).finally(end);
    const all = [...begun.diagnostics, ...diagnostics];
    const reads = (end?.() ?? []).map(({ how, path, digest }) => ({ how, path, digest }));
    if (bytes === undefined) return { pages, diagnostics: all, reads };
    return { pages, diagnostics: all, reads, output: await store.put(bytes) };
  };
}
