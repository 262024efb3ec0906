import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Identity, Kept } from "../../src/cache/index.ts";
import { digestOf } from "../../src/cache/index.ts";

/** A new empty folder, removed after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "dossier-cache-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function identity(name: string, parts: Readonly<Record<string, string>> = {}): Identity {
  return { name, group: name, parts };
}

export function keptOf(bytes: Uint8Array): Kept {
  return { pages: 1, diagnostics: [], digest: digestOf(bytes) };
}
