import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { AwsClient } from "aws4fetch";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "../../src/queue/index.ts";
import { hashOf } from "../../src/queue/store/store.ts";
import { root } from "../cli/support.ts";
import { freePort } from "./support.ts";

/** A server that speaks S3 as Amazon does; installed with the judges. Where it has to be, DOSSIER_REQUIRE_S3 is set. */
const server = join(root, "test/conformance/.tools/venv/bin/moto_server");
const hasServer = existsSync(server) || process.env["DOSSIER_REQUIRE_S3"] !== undefined;

const keys = { AWS_ACCESS_KEY_ID: "key", AWS_SECRET_ACCESS_KEY: "secret" };

async function startS3(): Promise<string> {
  const port = await freePort();
  const child = spawn(server, ["-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = once(child, "exit").then(() => true);
  const address = `http://127.0.0.1:${port}`;
  while (!(await answers(address))) {
    if (await Promise.race([ended, wait(200, false)])) throw new Error("The S3 server ended.");
  }
  const client = new AwsClient({
    accessKeyId: "key",
    secretAccessKey: "secret",
    service: "s3",
    region: "us-east-1",
  });
  await client.fetch(`${address}/documents`, { method: "PUT" });
  return address;
}

async function answers(address: string): Promise<boolean> {
  return fetch(`${address}/moto-api/`).then(
    ({ ok }) => ok,
    () => false,
  );
}

test.skipIf(!hasServer)(
  "a bucket keeps what is put, gives it back proved, and says what it does not have",
  async () => {
    const address = await startS3();
    const store = openStore(`s3://documents/jobs?endpoint=${address}`, keys);
    const bytes = new Uint8Array(300_000).map((_, index) => index % 251);
    const hash = await store.put(bytes);
    expect(await store.put(bytes)).toBe(hash);
    expect(await store.has(hash)).toBe(true);
    expect(await store.get(hash)).toEqual(bytes);
    const empty = new Uint8Array();
    expect(await store.get(await store.put(empty))).toEqual(empty);
    const other = hashOf(new Uint8Array([1]));
    expect([await store.has(other), await store.get(other)]).toEqual([false, undefined]);
    const client = new AwsClient({
      accessKeyId: "key",
      secretAccessKey: "secret",
      service: "s3",
      region: "us-east-1",
    });
    await client.fetch(`${address}/documents/jobs/${hash}`, { method: "PUT", body: "tampered" });
    await expect(store.get(hash)).rejects.toThrow("other bytes");
    const missing = openStore(`s3://nowhere?endpoint=${address}`, keys);
    await expect(missing.put(bytes)).rejects.toThrow('There is no bucket "nowhere".');
  },
  60_000,
);

test("a bucket without keys is refused with the names of what to set", () => {
  expect(() => openStore("s3://documents", {})).toThrow("AWS_ACCESS_KEY_ID");
});
