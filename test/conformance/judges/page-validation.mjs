// page-validation: a second opinion on PDF/UA-1 and PDF/A, written independently of veraPDF.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { lines, python, run } from "../tools.mjs";

const script = join(dirname(fileURLToPath(import.meta.url)), "page-validation.py");

export const pageValidation = {
  name: "page-validation ua1 and 2a or 3a",
  reads: "pdf",
  missing: () => (python() === undefined ? "sh test/conformance/install.sh python" : undefined),
  async judge(files) {
    const { stdout, stderr } = await run(python(), [script, ...files]);
    const said = lines(stdout).map((line) => line.split("\t"));
    return new Map(
      files.map((file) => {
        const own = said.filter(([of]) => of === file).map(([, text]) => text);
        return [
          file,
          own.length === 0 ? [`never judged. ${stderr}`] : own.filter((text) => text !== "ok"),
        ];
      }),
    );
  },
};
