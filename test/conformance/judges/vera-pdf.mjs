// veraPDF: the rules of PDF/UA-1 and PDF/A-2a. It judges rules, not syntax nor meaning.
import { lines, program, run, veraCheck } from "../tools.mjs";

const flavours = ["ua1", "2a"];

export const veraPdf = {
  name: "veraPDF ua1 and 2a",
  reads: "pdf",
  missing: () =>
    program("java") === undefined
      ? "install Java 17 (Debian: default-jre-headless)"
      : veraCheck() === undefined
        ? "sh test/conformance/install.sh verapdf"
        : undefined,
  async judge(files) {
    const jvm = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", veraCheck()];
    const { stdout, stderr } = await run("java", [...jvm, flavours.join(","), ...files]);
    const said = lines(stdout).map((line) => line.split("\t"));
    return new Map(
      files.map((file) => [
        file,
        flavours.flatMap((flavour) => faultsOf(said, file, flavour, stderr)),
      ]),
    );
  },
};

function faultsOf(said, file, flavour, stderr) {
  const own = said.filter(([of, by]) => of === file && by === flavour).map(([, , text]) => text);
  if (own.length === 0) return [`${flavour}: never judged. ${stderr}`];
  return own.filter((text) => text !== "ok").map((text) => `${flavour}: ${text}`);
}
