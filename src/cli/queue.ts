import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { createCrew } from "../batch/index.ts";
import type { OpenRemote } from "../build/index.ts";
import { begin } from "../build/index.ts";
import type { Recorder } from "../cache/index.ts";
import type { BlobStore } from "../queue/index.ts";
import { wholeNumber } from "./whole-number.ts";
import type { World } from "./world.ts";
import { faultExit } from "./world.ts";

export type QueueOptions = { readonly queue?: string; readonly store?: string };

type WorkerOptions = QueueOptions & {
  readonly jobs: number;
  readonly silence: number;
  readonly timeout: number;
  readonly memory: number;
};

/** What a thread of a worker is started with; nobody else calls it. */
const threadCommand = "queue-worker";

const window = 400;
const interval = 100;

export function addQueueOptions(command: Command): Command {
  return command
    .option(
      "--queue <ADDRESS>",
      "have it done by workers, over redis://HOST:PORT (or DOSSIER_QUEUE)",
    )
    .option(
      "--store <ADDRESS>",
      "with --queue: a folder that all see, or s3://BUCKET (or DOSSIER_STORE)",
    );
}

/** `dossier worker` and `dossier queue status`. */
export function addQueueCommands(program: Command, world: World): void {
  addQueueOptions(program.command("worker"))
    .summary("make documents for others")
    .description(
      "Takes jobs from a queue until it is stopped. Ctrl-C or SIGTERM lets it finish what it has begun. It reads and writes no file of this machine but the store.",
    )
    .option("-j, --jobs <N>", "jobs at one time", wholeNumber, 2)
    .option(
      "--silence <SECONDS>",
      "after this time the job of a silent worker is given to another",
      wholeNumber,
      30,
    )
    .option("--timeout <SECONDS>", "the longest that one document may take", wholeNumber, 120)
    .option("--memory <MB>", "the most memory of a thread", wholeNumber, 1_024)
    .action((options: WorkerOptions) => runWorker(options, world));
  program.command(threadCommand, { hidden: true }).action(async () => {
    const { serveThread } = await import("../queue/index.ts");
    serveThread(world.host, begin, process.env);
  });
  const queue = program.command("queue").summary("look after a queue");
  addQueueOptions(queue.command("status"))
    .description("Tells how much waits, runs and is done, and how many workers there are.")
    .action(async (options: QueueOptions) => {
      const place = placeOf(options, world);
      const { queueStatus, whyUnreachable } = await import("../queue/index.ts");
      const why = await whyUnreachable(place);
      if (why !== undefined) {
        world.error(`The queue ${hostOf(place.address)} cannot be reached: ${why}.\n`);
        return world.exit(faultExit);
      }
      const { waiting, active, done, workers } = await queueStatus(place);
      world.out(`waiting ${waiting}\nactive ${active}\ndone ${done}\nworkers ${workers}\n`);
    });
}

async function runWorker(options: WorkerOptions, world: World): Promise<void> {
  const place = placeOf(options, world);
  const { openStore, serveQueue, whyUnreachable } = await import("../queue/index.ts");
  openedStore(options, openStore); // says at once what is wrong with its address
  const store = storeOf(options);
  await tellUnreachable(whyUnreachable(place), place.address, world);
  const crew = createCrew({
    program: world.program,
    command: threadCommand,
    start: { store },
    mostTime: options.timeout * 1000,
    mostMemory: options.memory,
  });
  const served = await serveQueue(
    {
      ...place,
      jobs: options.jobs,
      silence: options.silence * 1000,
      onJob: (name, milliseconds, fault) =>
        world.error(`${name.slice(0, 12)}  ${fault ?? `${milliseconds} ms`}\n`),
    },
    crew,
  );
  world.error("ready\n");
  const stop = (): void => void served.close();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

/**
 * Workers of a queue in place of this process; undefined when none are asked for.
 * @param recorder that of the cache, if there is one
 */
export async function remoteOf(
  options: QueueOptions,
  asOf: string | undefined,
  recorder: Recorder | undefined,
  world: World,
): Promise<OpenRemote | undefined> {
  if ((options.queue ?? process.env["DOSSIER_QUEUE"] ?? "") === "") return undefined;
  const place = placeOf(options, world);
  const { openStore, queueRemote, whyUnreachable } = await import("../queue/index.ts");
  return queueRemote(
    {
      ...place,
      store: openedStore(options, openStore),
      onOpen: () => tellUnreachable(whyUnreachable(place), place.address, world),
      window,
      interval,
      onLonely: () => world.error("No worker of this version is there yet; waiting for one.\n"),
      ...(asOf === undefined ? {} : { asOf }),
      ...(recorder === undefined ? {} : { recorder }),
    },
    world.host,
  );
}

function storeOf({ store }: QueueOptions): string {
  const address = store ?? process.env["DOSSIER_STORE"];
  if (address === undefined || address === "")
    throw new InvalidArgumentError("Say where files travel with --store or DOSSIER_STORE.");
  return address;
}

function placeOf(
  { queue }: QueueOptions,
  world: World,
): { readonly address: string; readonly engine: string } {
  const address = queue ?? process.env["DOSSIER_QUEUE"] ?? "";
  if (!/^rediss?:\/\/./.test(address) || !URL.canParse(address))
    throw new InvalidArgumentError(
      "Say where the queue is with --queue redis://HOST:PORT or DOSSIER_QUEUE.",
    );
  return { address, engine: world.engine ?? "unknown" };
}

/** The store of the options; what is wrong with its address is a misuse. */
function openedStore(
  options: QueueOptions,
  open: (address: string, environment: NodeJS.ProcessEnv) => BlobStore,
): BlobStore {
  const address = storeOf(options);
  try {
    return open(address, process.env);
  } catch (error) {
    const why = error instanceof Error ? error.message : "it is not an address";
    throw new InvalidArgumentError(`The store "${address}" cannot be used: ${why}`);
  }
}

/** Says so where nobody answers at the queue. */
async function tellUnreachable(
  why: Promise<string | undefined>,
  address: string,
  world: World,
): Promise<void> {
  const said = await why;
  if (said !== undefined)
    world.error(`The queue ${hostOf(address)} cannot be reached: ${said}. Waiting for it.\n`);
}

/** Without the password. */
function hostOf(address: string): string {
  return new URL(address).host;
}
