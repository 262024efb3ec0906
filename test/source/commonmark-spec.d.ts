declare module "commonmark-spec" {
  export const tests: readonly {
    /** Tabs are written as `→`. */
    readonly markdown: string;
    readonly html: string;
    readonly section: string;
    readonly number: number;
  }[];
}
