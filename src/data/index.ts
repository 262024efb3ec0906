/** Data of files in tables: a `:::table{src=data.csv}` gets its rows. Only this folder knows the reader of CSV. */
export { decodeData } from "./decode-data.ts";
export { type Cells, mostDataBytes, readCells } from "./read-cells.ts";
export { filesOfTables, withTables } from "./with-tables.ts";
