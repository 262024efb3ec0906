import type { Host } from "../host/index.ts";
import type { Question, Read } from "./reads.ts";
import { digestOf, digestOfNames } from "./reads.ts";

/** What the world answers now. It looks at the stamp first, and at the bytes only when that differs from the one before. */
export function answerOf(world: Host, { how, path }: Question, before?: Read): Read {
  if (how === "exists") return { how, path, digest: world.exists(path) ? "yes" : "" };
  const shipped = how === "shipped" || how === "listShipped";
  const stamp = world.stamp?.(path, shipped);
  if (before?.stamp !== undefined && before.stamp === stamp) return before;
  const digest =
    how === "list" || how === "listShipped"
      ? digestOfNames(world[how](path))
      : digestOfBytes(world[how](path));
  return { how, path, digest, ...(stamp === undefined ? {} : { stamp }) };
}

export function digestOfBytes(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? "" : digestOf(bytes);
}

/** Whether it has the shape of a read: files of the cache may be damaged. */
export function isRead(json: unknown): json is Read {
  if (typeof json !== "object" || json === null) return false;
  const { how, path, digest } = json as Record<string, unknown>;
  return isReadKind(how) && typeof path === "string" && typeof digest === "string";
}

function isReadKind(how: unknown): boolean {
  return ["read", "exists", "list", "shipped", "listShipped"].some((kind) => kind === how);
}
