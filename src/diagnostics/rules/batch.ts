/** Rules of batches: one document for each record of a file. */
export const batchRules: Readonly<Record<string, string>> = {
  "batch-has-one-kind":
    "A batch makes one kind of document for each record. Say which with --kind; make another kind by another command.",
  "field-exists":
    "A place such as {{record.office}} in a source, or {{office}} in --out, names a field of the records: a column of the CSV file, or a key of the YAML or JSON file. Nothing is made until every name is right, since all documents would have the same fault.",
  "field-is-named":
    "The first row of a CSV file, or the keys of a YAML or JSON file, name the fields, so that sources and file names can say them. A name begins with a letter and stands once; what parts its words counts as a hyphen, so that {{record.Postal code}} and {{record.Postal-code}} are one field.",
  "output-name-is-a-name":
    "A field that names the file of a record must be a name on every system: not empty, no slash, colon or other sign that some system keeps for itself, no full stop or blank at its ends, at most 100 characters. So no record can write into another folder.",
  "record-is-made":
    "The document of one record could not be made, because it took too long, needed too much memory, or met a fault of the program; the message says which. The others are made. Run the same command again: what is made already is not made twice.",
  "value-is-given":
    "A place such as {{record.office}} must have a value in each record, since a letter that begins with an empty name should not go out. Give the value, or write {{record.office?}} where nothing may be printed. The other records are made.",
};
