import { fstatSync, readFileSync, statSync, writeSync } from "node:fs";

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
export function write(stream: 1 | 2, content: string | Uint8Array): void {
  let bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  try {
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(stream, bytes));
  } catch (error) {
    if (isClosed(error)) return;
    const slow = stream === 1 ? process.stdout : process.stderr;
    if (slow.listenerCount("error") === 0) slow.on("error", unlessClosed);
    slow.write(bytes);
  }
}

/** The standard input, read whole when it is first asked for. `seen` gives what was read, for the lines that faults stand in. */
export function openStandardInput(): {
  readonly read: () => Uint8Array;
  readonly seen: () => Uint8Array | undefined;
} {
  let bytes: Uint8Array | undefined;
  return {
    read() {
      bytes ??= readFileSync(0);
      return bytes;
    },
    seen: () => bytes,
  };
}

function unlessClosed(error: unknown): void {
  if (!isClosed(error)) throw error;
}

function isClosed(error: unknown): boolean {
  return (error as { readonly code?: unknown }).code === "EPIPE";
}
