const reasons: Readonly<Record<string, string>> = {
  EACCES: "no permission",
  EPERM: "no permission",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EISDIR: "there is a folder of that name",
  ENOTDIR: "a part of the path is a file, not a folder",
  ENOENT: "there is no such file or folder",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "its links lead in a circle",
  EBUSY: "it is in use",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  EIO: "the disk cannot be read or written",
};

/** What the system says in plain words, a clause without a full stop; undefined for what is no fault of files and disks. */
export function systemReason(error: unknown): string | undefined {
  return reasons[codeOf(error) ?? ""];
}

/** `ENOENT`; undefined where the system did not say. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}
