/** Data of files in tables: a `:::table{src=data.csv}` gets its rows. Only this folder knows the reader of CSV. */
export { withTables } from "./with-tables.ts";
