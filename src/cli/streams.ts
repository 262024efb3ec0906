import { fstatSync, statSync, writeSync } from "node:fs";

/** As `process.stderr.isTTY`, without loading what terminals need where there is a pipe or a file. */
export function isTerminal(): boolean {
  try {
    const stream = fstatSync(2);
    if (!stream.isCharacterDevice() || stream.rdev === nowhere()) return false;
    return process.getBuiltinModule("node:tty").isatty(2);
  } catch {
    return false; // no such stream
  }
}

/** The device that takes everything and is no terminal: `2> /dev/null`. */
function nowhere(): number | undefined {
  return process.platform === "win32" ? undefined : statSync("/dev/null").rdev;
}

/**
 * At once, since making the streams of `process` takes longer than all the rest; they are for a pipe that is full. When nobody reads any
 * more, as behind `| head`, the work goes on without words.
 */
export function write(stream: 1 | 2, text: string): void {
  let bytes = new TextEncoder().encode(text);
  try {
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(stream, bytes));
  } catch (error) {
    if (isClosed(error)) return;
    const slow = stream === 1 ? process.stdout : process.stderr;
    if (slow.listenerCount("error") === 0) slow.on("error", unlessClosed);
    slow.write(bytes);
  }
}

function unlessClosed(error: unknown): void {
  if (!isClosed(error)) throw error;
}

function isClosed(error: unknown): boolean {
  return (error as { readonly code?: unknown }).code === "EPIPE";
}
