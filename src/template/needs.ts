import type { Diagnostic } from "../diagnostics/index.ts";
import type { Model } from "../model/index.ts";
import { select } from "../model/index.ts";
import type { TemplateFolder } from "./template-folder.ts";
import { headValue } from "./view/fields.ts";
import type { Making } from "./view/making.ts";

/**
 * Whether a source is meant for a template, when no kind is asked for: a draft gives at least one of the fields that the
 * template requires, what is final gives them all. A template that requires none takes any source.
 */
export function canSatisfy(folder: TemplateFolder, model: Model): boolean {
  const required = [...folder.settings.fields].filter(
    ([, field]) => field.required && field.usual === undefined,
  );
  const given = required.filter(([path]) => headValue({ folder, model }, path) !== undefined);
  if (required.length === 0) return true;
  return model.head.status === "final" ? given.length === required.length : given.length > 0;
}

/** What the template needs and the source does not give: told in a draft, an error in what is final. */
export function needsOf(making: Making): readonly Diagnostic[] {
  return [...missingFields(making), ...wrongNumbers(making)];
}

function missingFields(making: Making): readonly Diagnostic[] {
  const { folder, model } = making;
  const missing = [...folder.settings.fields].filter(
    ([path, needed]) =>
      needed.required && needed.usual === undefined && headValue(making, path) === undefined,
  );
  if (missing.length === 0) return [];
  const place = model.head.place;
  if (model.head.status === "final") {
    return missing.map(([path]) => ({
      rule: "required-field-is-given",
      severity: "error",
      message: `The final ${folder.name} needs the field "${path}".`,
      place,
      hints: [`Write "${path}:" in the head, or under "${folder.name}:" there.`],
    }));
  }
  const printed = missing.filter(([, { whenMissing }]) => whenMissing === "placeholder");
  const leftOut = missing.filter(([, { whenMissing }]) => whenMissing === "leave-out");
  const told = (names: typeof missing, what: string): readonly Diagnostic[] =>
    names.length === 0
      ? []
      : [
          {
            rule: "required-field-is-given",
            severity: "warning",
            message: `The head does not give ${listed(names.map(([path]) => path))}: ${what}.`,
            place,
            hints: [`Complete the head before "status: final".`],
          },
        ];
  return [
    ...told(printed, 'the draft says "to be completed" there'),
    ...told(leftOut, "the draft leaves this out"),
  ];
}

function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}

function wrongNumbers(making: Making): readonly Diagnostic[] {
  const { folder, model } = making;
  const place = model.head.place;
  return [...folder.settings.selections].flatMap(([selection, { least, most }]): Diagnostic[] => {
    const chosen = select(model, selection, model.root.place).value;
    const [last] = chosen.slice(-1);
    if (most !== undefined && chosen.length > most) {
      const at = last?.kind === "record" ? last.record.place : place;
      return [
        {
          rule: "selection-fits-template",
          severity: "error",
          message: `The ${folder.name} has room for ${most} of "${selection}", and there are ${chosen.length}.`,
          place: at,
          hints: ["Remove some, or choose others."],
        },
      ];
    }
    if (chosen.length >= least) return [];
    return [
      {
        rule: "selection-fits-template",
        severity: "warning",
        message: `The ${folder.name} wants at least ${least} of "${selection}", and there are ${chosen.length}.`,
        place,
        hints: ["Add some to the register."],
      },
    ];
  });
}
