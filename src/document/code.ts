/** A stretch of code; its role says what it is and which colour it has. */
export type CodeToken = { readonly text: string; readonly role?: CodeRole };
export type CodeRole =
  | "comment"
  | "keyword"
  | "string"
  | "number"
  | "name"
  | "type"
  | "meta"
  | "inserted"
  | "deleted";
