import type { ConnectionOptions, Queue } from "bullmq";
import { hashOf } from "./store/store.ts";

export type QueuePlace = {
  /** `redis://host:port/db`, or `rediss://` for TLS; user and password may stand in it. */
  readonly address: string;
  /** Version of the program: each has a queue of its own, so that no worker makes files of another version. */
  readonly engine: string;
};

export function queueName({ engine }: QueuePlace): string {
  return `documents-${hashOf(new TextEncoder().encode(engine)).slice(0, 16)}`;
}

/** Before all names in Redis. */
export const prefix = "dossier";

/** Waits for a Redis that is away rather than giving up: it may be starting again. */
export function connectionTo({ address }: QueuePlace): ConnectionOptions {
  const url = new URL(address);
  if (url.protocol !== "redis:" && url.protocol !== "rediss:")
    throw new Error(`The queue "${address}" is not a redis:// address.`);
  const db = Number(url.pathname.slice(1) || "0");
  return {
    host: machineOf(url),
    port: Number(url.port || "6379"),
    db: Number.isInteger(db) ? db : 0,
    maxRetriesPerRequest: null,
    retryStrategy: (times: number) => Math.min(100 * times, 2_000),
    ...(url.username === "" ? {} : { username: decodeURIComponent(url.username) }),
    ...(url.password === "" ? {} : { password: decodeURIComponent(url.password) }),
    ...(url.protocol === "rediss:" ? { tls: {} } : {}),
  };
}

/** `::1` stands in brackets in an address alone. */
function machineOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}

export async function openQueue(place: QueuePlace): Promise<Queue> {
  const { Queue } = await import("bullmq");
  const queue = new Queue(queueName(place), { connection: connectionTo(place), prefix });
  queue.on("error", () => undefined); // it connects again by itself
  return queue;
}

export type QueueStatus = {
  readonly waiting: number;
  readonly active: number;
  readonly done: number;
  readonly workers: number;
};

export async function queueStatus(place: QueuePlace): Promise<QueueStatus> {
  const queue = await openQueue(place);
  try {
    const counts = await queue.getJobCounts(
      "waiting",
      "delayed",
      "prioritized",
      "active",
      "completed",
    );
    const { waiting = 0, delayed = 0, prioritized = 0, active = 0, completed = 0 } = counts;
    const workers = await queue.getWorkersCount();
    return { waiting: waiting + delayed + prioritized, active, done: completed, workers };
  } finally {
    await queue.close();
  }
}

/** A machine that is there answers in less. Milliseconds. */
const patience = 3_000;

const refusals: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nobody listens there",
  ENOTFOUND: "there is no such machine",
  EAI_AGAIN: "there is no such machine",
  EHOSTUNREACH: "there is no way to that machine",
  ENETUNREACH: "there is no way to that machine",
};

/** Why nobody answers at the queue, a clause without a full stop; undefined when somebody does. */
export async function whyUnreachable({ address }: QueuePlace): Promise<string | undefined> {
  const { connect } = process.getBuiltinModule("node:net");
  const url = new URL(address);
  return new Promise((resolve) => {
    const socket = connect({
      host: machineOf(url),
      port: Number(url.port || "6379"),
      timeout: patience,
    });
    const end = (why: string | undefined): void => {
      socket.destroy();
      resolve(why);
    };
    socket.once("connect", () => end(undefined));
    socket.once("timeout", () => end("it does not answer"));
    socket.once("error", (error: Error & { readonly code?: string }) =>
      end(refusals[error.code ?? ""] ?? error.code ?? "it does not answer"),
    );
  });
}
