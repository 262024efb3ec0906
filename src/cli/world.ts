import type { Host } from "../host/index.ts";

/** What a command may touch. */
export type World = {
  readonly host: Host;
  /** The project folder, absolute. */
  readonly folder: string;
  /** The file of the program that node is started with. */
  readonly program: string;
  /** Tells programs apart that may make other bytes; absent when it is not known, and then nothing is kept. */
  readonly engine?: string;
  readonly exit: (code: number) => void;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Somebody watches the error stream. */
  readonly terminal: boolean;
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
};

export const faultExit = 1;
export const usageExit = 2;
export const bugExit = 3;
