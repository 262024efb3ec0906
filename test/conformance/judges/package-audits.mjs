// Two Python tools that check packages and the references inside them.
import { eachFile, program, run } from "../tools.mjs";

/** False alarms that were looked into: each line tells why the finding is none. Keep it short. */
const baseline = [
  // 0 takes a paragraph out of the numbering of its style (ISO 29500-1, 17.9.18).
  /Numbering definition '0' referenced but not found/,
];

const missing = (name) => () =>
  program(name) === undefined ? "sh test/conformance/install.sh python" : undefined;

export const openXmlAudit = {
  name: "openxml-audit",
  reads: "docx",
  missing: missing("openxml-audit"),
  judge: (files) =>
    eachFile(files, async (file) => {
      const { stdout, stderr } = await run(program("openxml-audit"), [
        "-o",
        "json",
        "-m",
        "0",
        file,
      ]);
      const report = parsed(stdout);
      if (report === undefined) return [`never judged. ${stderr}`];
      const faults = report[0].errors
        .map(({ description, part_uri, path }) =>
          [part_uri, path, description].filter(Boolean).join(" "),
        )
        .filter(isNew);
      return report[0].valid || faults.length > 0 || report[0].errors.length > 0
        ? faults
        : ["not valid"];
    }),
};

export const ooxmlIntegrity = {
  name: "ooxml-integrity",
  reads: "docx",
  missing: missing("ooxml-integrity"),
  async judge(files) {
    const settings = ["check", "--json", "--no-config", "--fail-on", "warn"];
    const { stdout, stderr } = await run(program("ooxml-integrity"), [...settings, ...files]);
    const report = parsed(stdout);
    return new Map(
      files.map((file) => {
        const own = report?.files.find(({ path }) => path === file);
        if (own === undefined) return [file, [`never judged. ${stderr}`]];
        const serious = own.findings.filter(({ severity }) => severity !== "info");
        return [file, serious.map((finding) => JSON.stringify(finding)).filter(isNew)];
      }),
    );
  },
};

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isNew(fault) {
  return !baseline.some((pattern) => pattern.test(fault));
}
