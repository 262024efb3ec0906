import type { Edit, XmlElement, XmlPart } from "../ooxml/index.ts";
import { childOf, descendants, escapeXml } from "../ooxml/index.ts";

/** A field of a part: what it asks for, and the stretch of its result (17.16). */
export type Field = {
  /** `TITLE \* MERGEFORMAT`, trimmed. */
  readonly instruction: string;
  /** Where it begins in the text of the part. */
  readonly at: number;
  /** Where it ends there. */
  readonly end: number;
  /** Changes that put `text` in place of the result; undefined where the result cannot be told from its surroundings. */
  readonly fill: (text: string) => Edit | undefined;
};

type Mark = { readonly run: XmlElement; readonly parent: XmlElement; readonly mark: XmlElement };
type Open = { begin: Mark; separate?: Mark; instruction: string };

export function fieldsOf(part: XmlPart): readonly Field[] {
  const fields: Field[] = [];
  const open: Open[] = [];
  const visitRun = (run: XmlElement, parent: XmlElement): void => {
    for (const mark of run.children) {
      const top = open.at(-1);
      if (mark.name === "w:instrText" && top !== undefined && top.separate === undefined)
        top.instruction += mark.text;
      if (mark.name !== "w:fldChar") continue;
      const type = mark.attributes["w:fldCharType"];
      const here = { run, parent, mark };
      if (type === "begin") open.push({ begin: here, instruction: "" });
      else if (type === "separate" && top !== undefined) top.separate = here;
      else if (type === "end" && top !== undefined) {
        open.pop();
        fields.push(complexField(part, top, here));
      }
    }
  };
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.name === "w:r") visitRun(child, element);
      if (child.name === "w:fldSimple") fields.push(simpleField(part, child));
      visit(child);
    }
  };
  visit(part.root);
  return fields;
}

function simpleField(part: XmlPart, element: XmlElement): Field {
  return {
    instruction: (element.attributes["w:instr"] ?? "").trim(),
    at: element.start,
    end: element.end,
    fill(text) {
      const content = runXml(text, looksOf(part, [element]));
      const start = part.text.slice(element.start, element.contentStart).replace(/\s*\/?>$/, ">");
      return {
        from: element.start,
        to: element.end,
        text: `${start}${content}</${element.rawName}>`,
      };
    },
  };
}

function complexField(part: XmlPart, field: Open, end: Mark): Field {
  const { separate, begin } = field;
  return {
    instruction: field.instruction.trim(),
    at: begin.run.start,
    end: end.run.end,
    fill(text) {
      if (begin.parent !== end.parent) return undefined;
      if (separate === undefined) {
        if (begin.run === end.run) return undefined;
        const mark = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>';
        const at = end.run.start;
        return { from: at, to: at, text: mark + runXml(text, looksOf(part, [begin.run])) };
      }
      if (separate.parent !== end.parent) return undefined;
      if (separate.run === end.run)
        return { from: separate.mark.end, to: end.mark.start, text: textXml(text) };
      const between = end.parent.children.filter(
        ({ start }) => start >= separate.run.end && start < end.run.start,
      );
      return {
        from: separate.run.end,
        to: end.run.start,
        text: runXml(text, looksOf(part, [...between, begin.run])),
      };
    },
  };
}

/** The look of the first run within that has one. */
function looksOf(part: XmlPart, elements: readonly XmlElement[]): string {
  for (const element of elements) {
    const runs = element.name === "w:r" ? [element] : descendants(element, "w:r");
    const look = childOf(runs[0], "w:rPr");
    if (look !== undefined) return part.text.slice(look.start, look.end);
    if (runs.length > 0) return "";
  }
  return "";
}

export function runXml(text: string, look: string): string {
  return `<w:r>${look}${textXml(text)}</w:r>`;
}

function textXml(text: string): string {
  return `<w:t xml:space="preserve">${escapeXml(text.replace(/\s+/g, " "))}</w:t>`;
}
