// Where the judges are, and how they are run.
import { execFile } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, "../..");
export const tools = join(here, ".tools");
export const schemaFile = join(here, "xsd/all.xsd");
const minutes = 60_000;

export const python = () => firstThere([join(tools, "venv/bin/python")]);
export const veraCheck = () => firstThere([join(tools, "verapdf/vera-check.jar")]);
export const schemas = () => firstThere([join(tools, "xsd/wml.xsd")]);

function firstThere(files) {
  return files.find((file) => existsSync(file));
}

/** The path of a program: in the folder of tools, else on PATH; undefined when it is nowhere. */
export function program(name) {
  const folders = [join(tools, "venv/bin"), ...(process.env.PATH ?? "").split(delimiter)];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs a program to its end: what it printed, and its code; a program that does not end is stopped after five minutes. */
export function run(command, parameters, options = {}) {
  return new Promise((done) => {
    const settings = {
      maxBuffer: 1 << 28,
      timeout: 5 * minutes,
      killSignal: "SIGKILL",
      ...options,
    };
    const child = execFile(command, parameters, settings, (error, stdout, stderr) =>
      done({
        code: error === null ? 0 : typeof error.code === "number" ? error.code : -1,
        stdout,
        stderr,
      }),
    );
    child.stdin?.end();
  });
}

/** What one program says of each of many files, a few at a time. */
export async function eachFile(files, judge) {
  const faults = new Map();
  const waiting = [...files];
  const worker = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift())
      faults.set(file, await judge(file));
  };
  await Promise.all([worker(), worker()]);
  return faults;
}

export const lines = (text) => text.split("\n").filter((line) => line.trim() !== "");
