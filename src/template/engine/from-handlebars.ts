import type { Diagnostic } from "../../diagnostics/index.ts";
import { placeAt } from "../../diagnostics/index.ts";
import type { RawNode, RawPoint, RawProgram } from "./handlebars-parser.ts";
import { placeBetween } from "./lines.ts";
import { didYouMean } from "./similar-names.ts";
import type {
  Content,
  Expression,
  HelperCall,
  InlinePartial,
  Literal,
  Named,
  PartialCall,
  Path,
  Program,
  Span,
  Statement,
} from "./template.ts";
import { withoutReserved } from "./token.ts";

export type Reading = {
  readonly file: string;
  readonly lineStarts: readonly number[];
  readonly helperNames: ReadonlySet<string>;
  readonly diagnostics: Diagnostic[];
  readonly offset: (point: RawPoint) => number;
};

/** Our own tree from Handlebars', with what can be said about it without data. */
export function programOf(raw: RawProgram, reading: Reading): Program {
  const body = raw.body.flatMap((node) => statementOf(node, reading) ?? []);
  return { body, parameters: raw.blockParams ?? [] };
}

function statementOf(node: RawNode, reading: Reading): Statement | undefined {
  const span = spanOf(node, reading);
  switch (node.type) {
    case "ContentStatement":
      return contentOf(node, reading);
    case "MustacheStatement":
      return { kind: "print", ...span, value: printedOf(node, reading) };
    case "BlockStatement": {
      const call = callOf(node, reading);
      return {
        kind: "block",
        ...span,
        call,
        ...(node.program && { body: programOf(node.program, reading) }),
        ...(node.inverse && { otherwise: programOf(node.inverse, reading) }),
      };
    }
    case "PartialStatement":
    case "PartialBlockStatement":
      return partialOf(node, span, reading);
    case "DecoratorBlock":
      return inlinePartialOf(node, span, reading);
    case "Decorator":
      say(
        reading,
        "template-helper-exists",
        node,
        `There is no decorator "${nameOf(node.path)}".`,
        ['Only {{#*inline "name"}} exists.'],
      );
      return undefined;
    case "CommentStatement":
      return undefined;
    default:
      throw new Error(`Bug: Handlebars gave a "${node.type}".`);
  }
}

function contentOf(node: RawNode, reading: Reading): Content | undefined {
  const text = String(node.value);
  if (text === "") return undefined;
  const at = reading.offset(node.loc.start) + strippedLeft(String(node.original), text);
  return { kind: "content", at, text: withoutReserved(text) };
}

/** How much white space the white space control took from the left of a content. */
function strippedLeft(original: string, text: string): number {
  if (original.length === text.length) return 0;
  const inside = text.search(/\S/);
  return inside === -1 ? original.indexOf(text) : original.search(/\S/) - inside;
}

function printedOf(node: RawNode, reading: Reading): Expression {
  const { path, params = [], hash } = node;
  if (path === undefined) throw new Error("Bug: a mustache without a path.");
  if (node.escaped === false) {
    say(reading, "template-values-are-not-pasted", node, "A value cannot be pasted as Markdown.", [
      "Write two braces: values keep their markup.",
    ]);
  }
  const calls = params.length > 0 || hash !== undefined || isHelper(path, reading);
  return calls ? callOf(node, reading) : expressionOf(path, reading);
}

function isHelper(path: RawNode, { helperNames }: Reading): boolean {
  return path.type === "PathExpression" && helperNames.has(nameOf(path));
}

function callOf(node: RawNode, reading: Reading): HelperCall {
  const helper = nameOf(node.path);
  if (!reading.helperNames.has(helper)) {
    const near = didYouMean(helper, reading.helperNames);
    const block = node.type === "BlockStatement" && (node.params ?? []).length === 0;
    const hint = `For a field write {{#if ${helper}}}, {{#each ${helper}}} or {{#with ${helper}}}.`;
    const hints = block && near.length === 0 ? [hint] : near;
    say(reading, "template-helper-exists", node, `There is no helper "${helper}".`, hints);
  }
  return {
    kind: "call",
    ...spanOf(node, reading),
    helper,
    values: (node.params ?? []).map((parameter) => expressionOf(parameter, reading)),
    named: namedOf(node, reading),
  };
}

function partialOf(node: RawNode, span: Span, reading: Reading): PartialCall {
  const { name, params = [], indent = "", program } = node;
  if (params.length > 1) {
    say(reading, "template-helper-arguments-fit", node, "A partial takes one context at most.", [
      "Give further values by name: {{> partial name=value}}.",
    ]);
  }
  const [context] = params;
  return {
    kind: "partial",
    ...span,
    name: name?.type === "SubExpression" ? expressionOf(name, reading) : nameOf(name),
    ...(context && { context: expressionOf(context, reading) }),
    named: namedOf(node, reading),
    indent,
    ...(program && { block: programOf(program, reading) }),
  };
}

function inlinePartialOf(node: RawNode, span: Span, reading: Reading): InlinePartial | undefined {
  const [name] = node.params ?? [];
  const decorator = nameOf(node.path);
  if (decorator !== "inline") {
    say(reading, "template-helper-exists", node, `There is no decorator "${decorator}".`, [
      'Only {{#*inline "name"}} exists.',
    ]);
    return undefined;
  }
  if (name?.type !== "StringLiteral" || node.program === undefined) {
    say(
      reading,
      "template-helper-arguments-fit",
      node,
      "An inline partial needs a name in quotes.",
      ['Write {{#*inline "name"}}.'],
    );
    return undefined;
  }
  const body = programOf(node.program, reading);
  return { kind: "inline-partial", ...span, name: String(name.value), body };
}

function namedOf({ hash }: RawNode, reading: Reading): readonly Named[] {
  const pairs = hash?.pairs ?? [];
  return pairs.map(({ key, value }) => ({ name: key, value: expressionOf(value, reading) }));
}

function expressionOf(node: RawNode, reading: Reading): Expression {
  if (node.type === "SubExpression") return callOf(node, reading);
  const span = spanOf(node, reading);
  if (node.type !== "PathExpression") return { kind: "literal", ...span, value: literalOf(node) };
  const original = nameOf(node);
  const path: Path = {
    kind: "path",
    ...span,
    original,
    data: node.data === true,
    depth: node.depth ?? 0,
    scoped: (node.depth ?? 0) > 0 || /^(\.|this(?![^./]))/.test(original),
    parts: node.parts ?? [],
  };
  return path;
}

/** Numbers too long for a double are kept as they are written: JSON has no infinity. */
function literalOf({ value }: RawNode): Literal["value"] {
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}

function nameOf(node: RawNode | undefined): string {
  return String(node?.original);
}

function spanOf(node: RawNode, { offset }: Reading): Span {
  return { at: offset(node.loc.start), end: offset(node.loc.end) };
}

function say(
  { file, lineStarts, offset, diagnostics }: Reading,
  rule: string,
  node: RawNode,
  message: string,
  hints: readonly string[],
): void {
  const { start, end } = node.loc;
  // Of what spans lines, a block, only the beginning is shown.
  const place =
    start.line === end.line
      ? placeBetween(file, lineStarts, offset(start), offset(end))
      : placeAt(file, lineStarts, offset(start));
  diagnostics.push({ rule, severity: "error", message, place, hints });
}
