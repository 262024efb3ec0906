import { expect, test } from "vitest";
import { dossier, folderWith } from "../cli/support.ts";
import { freePort } from "./support.ts";

const store = { DOSSIER_STORE: "store" };

test.each([
  ["status", "http://127.0.0.1", store, "Say where the queue is"],
  ["status", "queue.example:6379", store, "Say where the queue is"],
  ["worker", "", store, "Say where the queue is"],
  ["worker", "redis://127.0.0.1:1", { DOSSIER_STORE: "" }, "Say where files travel"],
  [
    "worker",
    "redis://127.0.0.1:1",
    { DOSSIER_STORE: "s3://bucket", AWS_ACCESS_KEY_ID: "" },
    'The store "s3://bucket" cannot be used: Set AWS_ACCESS_KEY_ID',
  ],
])("%s over %j is told as wrong use", (command, address, environment, said) => {
  const parameters = command === "status" ? ["queue", "status"] : ["worker"];
  const all = { AWS_SECRET_ACCESS_KEY: "", DOSSIER_QUEUE: address, ...environment };
  const run = dossier(folderWith({}), parameters, { environment: all });
  expect([run.code, run.out]).toEqual([2, ""]);
  expect(run.error).toContain(said);
});

test.each(["127.0.0.1", "[::1]"])("a queue at %s where nobody listens is told", async (host) => {
  const port = await freePort();
  const environment = { ...store, DOSSIER_QUEUE: `redis://user:secret@${host}:${port}` };
  const run = dossier(folderWith({}), ["queue", "status"], { environment });
  expect([run.code, run.out]).toEqual([1, ""]);
  expect(run.error).toContain(`The queue ${host}:${port} cannot be reached: `);
  expect(run.error).not.toContain("secret");
});

test("a store that cannot be written is told, with what it is", async () => {
  const folder = folderWith({ "a.md": "# Tides\n", plain: "" });
  const environment = {
    DOSSIER_STORE: "plain/store",
    DOSSIER_QUEUE: `redis://127.0.0.1:${await freePort()}`,
  };
  const run = dossier(folder, ["build", "a.md", "-k", "report", "-o", "a.pdf"], { environment });
  expect(run.code).toBe(1);
  expect(run.error).toContain("the store cannot be used: a part of the path is a file");
});
