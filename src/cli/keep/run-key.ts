/**
 * All that decides what a command does and prints besides files. Kept small: the launcher asks it before anything is loaded.
 */
export function runKey(parameters: readonly string[], setting: RunSetting): string {
  const { engine, terminal, colour, width, host } = setting;
  return JSON.stringify([engine, parameters, host.epochDate ?? "", terminal, colour, width]);
}

export type RunSetting = {
  readonly engine: string;
  readonly terminal: boolean;
  readonly colour: boolean;
  readonly width: number;
  readonly host: { readonly epochDate?: string };
};
