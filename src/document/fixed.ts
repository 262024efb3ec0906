/** Of a figure or table. `fixed`: it stands where it is written, whatever room is left there; absent: text may pass it. */
export type Fixed = { readonly fixed?: true };
