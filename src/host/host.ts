/**
 * The only door to the world: files, fonts and the date. Everything is synchronous, since a document is
 * built in less time than an event loop needs to wake up a few dozen times.
 *
 * Paths are in POSIX spelling. Relative ones are relative to the project folder.
 */
export type Host = {
  /** The bytes of a file; undefined when there is none or it cannot be read. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** Whether a file or folder is there. */
  readonly exists: (path: string) => boolean;
  /**
   * Names in a folder, sorted by code unit, folders with a trailing `/`; empty when there is no such folder. Hidden ones, which begin
   * with a dot, are those of editors and other tools, and left out.
   */
  readonly list: (folder: string) => readonly string[];
  /**
   * Writes a file whole or not at all (temporary file beside it, then rename), making its folder.
   * Throws an Error with a message for the user when that cannot be done.
   */
  readonly write: (path: string, bytes: Uint8Array) => void;
  /** Makes a file as new as one that is written now, where that can be done. Absent for worlds without times. */
  readonly touch?: (path: string) => void;
  /** A file that is shipped with the program: `templates/…`, `fonts/…`; undefined when there is none. */
  readonly shipped: (path: string) => Uint8Array | undefined;
  /** Names in a shipped folder, as `list`. */
  readonly listShipped: (folder: string) => readonly string[];
  /**
   * What the file system says of a file or folder, without its bytes: while it is the same, so are they. Undefined when there
   * is none, or when it changed so short a time ago that it could change again unseen. Absent for worlds that have no such thing.
   */
  readonly stamp?: (path: string, shipped: boolean) => string | undefined;
  /**
   * Whether a link of the file system leads a path of the project to somewhere outside of the project folder. Absent for
   * worlds that have no links.
   */
  readonly leadsOutside?: (path: string) => boolean;
  /** SOURCE_DATE_EPOCH as an ISO date `YYYY-MM-DD`; absent when it is not set. */
  readonly epochDate?: string;
};
