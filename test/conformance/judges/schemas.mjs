// The schemas of ISO/IEC 29500-4 (transitional), for every part whose namespace is the standard's.
import { readFileSync } from "node:fs";
import { schemaFile, schemas } from "../tools.mjs";
import { isXml, partsOf, xmlOf } from "../xml.mjs";
import { standardView } from "./markup-compatibility.mjs";

export const isoSchemas = {
  name: "the schemas of ISO 29500-4",
  reads: "docx",
  missing: () => (schemas() === undefined ? "sh test/conformance/install.sh schemas" : undefined),
  async judge(files) {
    const { ParseOption, XmlDocument, XsdValidator } = await import("libxml2-wasm");
    const { xmlRegisterFsInputProviders } = await import("libxml2-wasm/lib/nodejs.mjs");
    xmlRegisterFsInputProviders();
    const schema = XmlDocument.fromBuffer(readFileSync(schemaFile), { url: schemaFile });
    const validator = XsdValidator.fromDoc(schema);
    const parse = (xml) => XmlDocument.fromString(xml, { option: ParseOption.XML_PARSE_BIG_LINES });
    return new Map(files.map((file) => [file, faultsOf(file, parse, validator)]));
  },
};

function faultsOf(file, parse, validator) {
  try {
    return [...partsOf(file)]
      .filter(([name]) => isXml(name))
      .flatMap(([name, bytes]) =>
        partFaults(xmlOf(bytes), parse, validator).map((fault) => `${name} ${fault}`),
      );
  } catch (error) {
    return [`cannot be read: ${error.message}`];
  }
}

function partFaults(xml, parse, validator) {
  const { xml: seen, paths, faults } = standardView(xml);
  let document;
  try {
    parse(xml).dispose();
    document = parse(seen);
  } catch (error) {
    return [...faults, `is not well formed: ${error.message.trim()}`];
  }
  try {
    validator.validate(document);
    return faults;
  } catch (error) {
    const details = error.details ?? [{ message: error.message, line: 0 }];
    return [
      ...faults,
      ...details.map(({ line, message }) => `${paths[line] ?? ""} ${plain(message)}`),
    ];
  } finally {
    document.dispose();
  }
}

const plain = (message) => message.replace(/\{http[^}]*\}/g, "").trim();
