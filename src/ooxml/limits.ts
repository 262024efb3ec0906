/** What a Word file of other people may hold at most; a file beyond that is refused before it costs memory or time. */
export const limits = {
  /** Bytes of the file as it is stored. */
  fileBytes: 209_715_200,
  /** Entries of the package. */
  entries: 10_000,
  /** Bytes of all parts together, unpacked. */
  packageBytes: 524_288_000,
  /** Bytes of one part of XML. */
  xmlBytes: 104_857_600,
  /** Elements of one part of XML. */
  elements: 3_000_000,
  /** Elements within each other. Word itself stops at 256 for most of them. */
  depth: 400,
} as const;
