declare module "commonmark-spec" {
  /** The whole specification, examples and all. */
  export const text: string;
  export const tests: readonly {
    /** Tabs are written as `→`. */
    readonly markdown: string;
    readonly html: string;
    readonly section: string;
    readonly number: number;
  }[];
}
