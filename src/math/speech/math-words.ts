/** What the parts of formulas are called in a language. `%` in a phrase stands for what it is about. */
export type MathWords = {
  readonly squared: string;
  readonly cubed: string;
  readonly power: string;
  readonly prime: readonly [one: string, two: string, three: string];
  readonly index: string;
  readonly over: string;
  readonly fraction: string;
  readonly root: string;
  readonly cubeRoot: string;
  readonly nthRoot: string;
  readonly choose: string;
  readonly crossedOut: string;
  readonly from: string;
  readonly to: string;
  readonly of: string;
  readonly as: string;
  readonly above: string;
  readonly below: string;
  readonly bold: string;
  readonly capital: string;
  /** After what is long enough to be mistaken for going on. */
  readonly endPower: string;
  readonly endIndex: string;
  readonly endFraction: string;
  readonly endRoot: string;
  readonly matrix: (rows: number, columns: number) => string;
  readonly row: string;
  readonly cases: string;
  /** Signs over or under one letter. */
  readonly accents: Readonly<Record<string, string>>;
  readonly signs: Readonly<Record<string, string>>;
  readonly functions: Readonly<Record<string, string>>;
};
