// LibreOffice updates every field and list of a Word file, and the text stays as it was: what stands in the file for a reader who never
// updates is what an update gives. Page numbers may differ, since LibreOffice breaks pages of its own: page-agreement.mjs counts them.

import { program } from "../tools.mjs";
import { updatedAll } from "./fields-updated.mjs";

export const fields = {
  name: "fields say the same when LibreOffice updates them",
  reads: "docx",
  missing: () =>
    program("soffice") === undefined
      ? "apt-get install --no-install-recommends libreoffice-writer-nogui"
      : undefined,
  async judge(files) {
    const all = await updatedAll(files);
    return new Map([...all].map(([file, updated]) => [file, faultsOf(updated)]));
  },
};

/** How many page numbers of contents and references are those that LibreOffice gives, without letters of annexes, which no page knows there. */
export function agreement({ before, after, cached, updated }) {
  const pairs = [
    ...before.flatMap((line, at) => (isEntry(line) ? [[line, after[at] ?? ""]] : [])),
    ...paired(cached, updated).filter(([{ instruction }]) => isPage(instruction)),
  ].map((pair) => pair.map((each) => lastNumber(each.result ?? each)));
  return { same: pairs.filter(([own, other]) => own === other).length, all: pairs.length };
}

const entry = /\t(?:[A-Z]+-)?(\d+|[ivxlc]+)$/;
const isEntry = (line) => entry.test(line);
const lastNumber = (text) => /(\d+|[ivxlc]+)$/.exec(text)?.[1] ?? "";
const isPage = (instruction) => instruction.startsWith("PAGEREF");

function faultsOf({ problem, before, after, cached, updated }) {
  if (problem !== undefined) return [problem];
  const pairs = paired(cached, updated);
  const pages = new Set(
    pairs
      .filter(([own]) => isPage(own.instruction))
      .flatMap(([own, other]) => [own.result, other.result]),
  );
  const said = (line) =>
    line
      .replace(entry, "\t#")
      // Word parts the number of a heading by a tab in its contents, LibreOffice by a blank.
      .replace(/^(\d[\d.]*)\s+/, "$1 ")
      .replace(/[\p{L}\p{N}]+/gu, (word) => (pages.has(word) ? "#" : word))
      .trimEnd();
  return [
    ...(pairs.length === cached.length && cached.length === updated.length
      ? []
      : [`${cached.length} fields become ${updated.length}`]),
    ...pairs
      .filter(([own, other]) =>
        isPage(own.instruction)
          ? !/^(?:\d+|[ivxlc]+)$/.test(other.result)
          : own.result !== other.result,
      )
      .map(
        ([own, other]) => `${own.instruction} says "${own.result}" and becomes "${other.result}"`,
      ),
    ...before.flatMap((line, at) =>
      // Until it has been refreshed, LibreOffice has lost references in paragraphs with notes where tables have notes too.
      said(line) === said(after[at] ?? "") || line.includes("Error: Reference source not found")
        ? []
        : [`"${line}" becomes "${after[at] ?? ""}"`],
    ),
    ...(after.length > before.length ? [`${after.at(-1)} is added`] : []),
  ];
}

/** The same fields one beside the other, in the order of the text. */
function paired(cached, updated) {
  const rest = [...updated];
  return cached.flatMap((own) => {
    const at = rest.findIndex(({ instruction }) => instruction === own.instruction);
    return at < 0 ? [] : [[own, ...rest.splice(at, 1)]];
  });
}
