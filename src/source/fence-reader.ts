export type FenceReader = {
  readonly read: (line: string) => void;
  /** Whether the next bare `:::` closes the container whose content is read. */
  readonly outside: () => boolean;
};

/** Quote and item markers that may stand before a fence. */
const prefix = "[\\s>]*(?:(?:[-+*]|\\d{1,9}[.)])[ \\t]+)*";
let compiled: { readonly fence: RegExp; readonly prefix: RegExp } | undefined;

/** Follows containers and fenced code within the content, line by line, to know whose closing fence comes next. */
export function createFenceReader(): FenceReader {
  compiled ??= {
    fence: new RegExp(`^${prefix}(\`{3,}(?=[^\`]*$)|~{3,}|:{3,}(?=[A-Za-z])|:{3,}(?=\\s*$))`),
    prefix: new RegExp(`^${prefix}`),
  };
  const patterns = compiled;
  let inside = 0;
  let code: string | undefined;
  return {
    outside: () => inside === 0 && code === undefined,
    read(line) {
      // Most lines have none of the marks, and this is read once for every container around it.
      if (!/[`~:]{3}/.test(line)) return;
      const fence = patterns.fence.exec(line)?.[1];
      if (fence === undefined) return;
      const rest = line.replace(patterns.prefix, "").trim();
      if (code !== undefined) {
        if (fence.startsWith(code) && rest === fence) code = undefined;
      } else if (!fence.startsWith(":")) code = fence;
      else inside = Math.max(0, inside + (rest === fence ? -1 : 1));
    },
  };
}
