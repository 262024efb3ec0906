// veraPDF: the rules of PDF/UA-1, and of PDF/A-2a or PDF/A-3a as the file says. It judges rules, not syntax nor meaning.
import { readFileSync } from "node:fs";
import { lines, program, run, veraCheck } from "../tools.mjs";

/** Metadata stand in the file as they are. */
const archived = (file) => (/<pdfaid:part>3</.test(readFileSync(file, "latin1")) ? "3a" : "2a");

export const veraPdf = {
  name: "veraPDF ua1 and 2a or 3a",
  reads: "pdf",
  missing: () =>
    program("java") === undefined
      ? "install Java 17 (Debian: default-jre-headless)"
      : veraCheck() === undefined
        ? "sh test/conformance/install.sh verapdf"
        : undefined,
  async judge(files) {
    const jvm = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", veraCheck()];
    const faults = new Map();
    for (const part of ["2a", "3a"]) {
      const own = files.filter((file) => archived(file) === part);
      if (own.length === 0) continue;
      const flavours = ["ua1", part];
      const { stdout, stderr } = await run("java", [...jvm, flavours.join(","), ...own]);
      const said = lines(stdout).map((line) => line.split("\t"));
      for (const file of own)
        faults.set(
          file,
          flavours.flatMap((flavour) => faultsOf(said, file, flavour, stderr)),
        );
    }
    return faults;
  },
};

function faultsOf(said, file, flavour, stderr) {
  const own = said.filter(([of, by]) => of === file && by === flavour).map(([, , text]) => text);
  if (own.length === 0) return [`${flavour}: never judged. ${stderr}`];
  return own.filter((text) => text !== "ok").map((text) => `${flavour}: ${text}`);
}
