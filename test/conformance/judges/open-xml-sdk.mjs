// Microsoft's Open XML SDK, as WebAssembly in the npm package docxodus, with its checks of references between parts.
import { readFileSync } from "node:fs";

export const openXmlSdk = {
  name: "Microsoft's Open XML SDK",
  reads: "docx",
  missing: () => undefined,
  async judge(files) {
    // Its runtime tells of its own warming up.
    const { console } = globalThis;
    globalThis.console = { ...console, log() {}, warn() {}, debug() {}, info() {} };
    try {
      const { initialize, verifyDeliverable } = await import("docxodus/core");
      await initialize();
      const faults = new Map();
      for (const file of files) faults.set(file, await faultsOf(file, verifyDeliverable));
      return faults;
    } finally {
      globalThis.console = console;
    }
  },
};

async function faultsOf(file, verify) {
  try {
    const { findings } = await verify(readFileSync(file));
    return findings
      .filter(({ severity }) => severity === "error")
      .map(({ code, owningPartUri, xPath, message }) =>
        [code, owningPartUri, xPath, message].filter(Boolean).join(" "),
      );
  } catch (error) {
    return [`cannot be read: ${error.message}`];
  }
}
