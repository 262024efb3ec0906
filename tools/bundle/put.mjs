import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Writes a file whole, and only when it changes, so that a program which runs meanwhile is not cut off.
 * @param always also when nothing changes, so that its date is that of the build
 */
export function put(path, bytes, always = false) {
  if (!always && existsSync(path) && readFileSync(path).equals(bytes)) return;
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.new`;
  writeFileSync(temporary, bytes);
  renameSync(temporary, path);
}
