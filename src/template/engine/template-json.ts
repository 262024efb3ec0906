import type { Template } from "./template.ts";

/** Changes with the types of `template.ts`: what was kept in another form has to be read anew from its text. */
const form = 1;

/** A template as data that JSON can hold, to be run later without Handlebars. */
export type TemplateJson = Template & { readonly form: number };

export function templateToJson(template: Template): TemplateJson {
  return { form, ...template };
}

/** The template that was kept; `undefined` when it is of another form, or no template at all. */
export function templateFromJson(json: unknown): Template | undefined {
  if (typeof json !== "object" || json === null || !("form" in json)) return undefined;
  if (json.form !== form) return undefined;
  const { file, lineStarts, program } = json as TemplateJson;
  const whole =
    typeof file === "string" && Array.isArray(lineStarts) && Array.isArray(program?.body);
  return whole ? { file, lineStarts, program } : undefined;
}
