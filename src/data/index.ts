/** Data of files in tables: a `:::table{src=data.csv}` gets its rows. Only this folder knows the reader of CSV. */
export { type Cells, readCells } from "./read-cells.ts";
export { withTables } from "./with-tables.ts";
