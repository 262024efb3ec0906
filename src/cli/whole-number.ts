import { InvalidArgumentError } from "commander";

/** The value of an option that counts: from 1 to 999,999. */
export function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError("It is a number from 1.");
  return Number(value);
}
