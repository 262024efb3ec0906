/** Version of the program that makes documents, as package.json has it (Semantic Versioning). Word files carry it, so that edits can be read back by the rules they were written with. */
export const programVersion = "0.1.0";
