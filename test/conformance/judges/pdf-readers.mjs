// qpdf reads the syntax and every stream; poppler draws and reads the pages. Neither may complain.
import { eachFile, lines, program, run } from "../tools.mjs";

export const qpdf = {
  name: "qpdf --check",
  reads: "pdf",
  missing: () => (program("qpdf") === undefined ? "apt-get install qpdf" : undefined),
  judge: (files) =>
    eachFile(files, async (file) => {
      const { code, stdout, stderr } = await run("qpdf", ["--check", file]);
      return code === 0 ? [] : [`code ${code}`, ...lines(stderr || stdout)];
    }),
};

/** Text, structure and drawing without a word on the error stream, and text on the pages. */
export const poppler = {
  name: "poppler reads and draws in silence",
  reads: "pdf",
  missing: () =>
    program("pdftotext") === undefined || program("pdftocairo") === undefined
      ? "apt-get install poppler-utils"
      : undefined,
  judge: (files) =>
    eachFile(files, async (file) => {
      const text = await run("pdftotext", [file, "-"]);
      const runs = [
        text,
        await run("pdfinfo", ["-struct-text", file]),
        await run("pdffonts", [file]),
        await run("pdfdetach", ["-list", file]),
        await run("pdftocairo", ["-svg", "-l", "1", file, "-"]),
        await run("pdftoppm", ["-r", "20", "-gray", file], { encoding: "latin1" }),
      ];
      return [
        ...runs.flatMap(({ code, stderr }) => [
          ...(code === 0 ? [] : [`code ${code}`]),
          ...lines(stderr),
        ]),
        ...(text.stdout.trim() === "" ? ["no text"] : []),
      ];
    }),
};
