import type { ChildProcess } from "node:child_process";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { root } from "../cli/support.ts";

/** Whether a Redis can be started here. Where it has to be, DOSSIER_REQUIRE_REDIS is set and its absence is a failure. */
export const hasRedis: boolean =
  spawnSync("redis-server", ["--version"]).status === 0 ||
  process.env["DOSSIER_REQUIRE_REDIS"] !== undefined;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Started on the loopback, keeping nothing or all on disk. */
export async function startRedis(
  port: number,
  folder: string,
  keeps: boolean,
): Promise<ChildProcess> {
  const settings = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", ""];
  const lasting = keeps
    ? ["--appendonly", "yes", "--appendfsync", "always"]
    : ["--appendonly", "no"];
  const redis = started("redis-server", [...settings, ...lasting], folder, {});
  await heard(redis, /Ready to accept connections/);
  return redis;
}

export async function startWorker(
  folder: string,
  environment: Readonly<Record<string, string>>,
  settings: readonly string[] = ["--silence", "3", "--jobs", "2"],
): Promise<ChildProcess> {
  const program = join(root, "dist/dossier.cjs");
  const worker = started(process.execPath, [program, "worker", ...settings], folder, environment);
  await heard(worker, /ready/);
  return worker;
}

export function startDossier(
  folder: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): {
  readonly out: () => string;
  readonly ended: Promise<number | null>;
  readonly child: ChildProcess;
} {
  const child = started(
    process.execPath,
    [join(root, "dist/dossier.cjs"), ...parameters],
    folder,
    environment,
  );
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: unknown) => {
      text += String(chunk);
    });
  const ended = once(child, "close").then(([code]) => code as number | null);
  return { out: () => text, ended, child };
}

function started(
  command: string,
  parameters: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>>,
): ChildProcess {
  const child = spawn(command, [...parameters], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** Waits until a process says something; fails when it ends before. */
function heard(child: ChildProcess, pattern: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = "";
    const hear = (chunk: unknown): void => {
      text += String(chunk);
      if (pattern.test(text)) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", () => reject(new Error(`It ended: ${text}`)));
  });
}

/** Kills and waits. */
export async function kill(child: ChildProcess, signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}
