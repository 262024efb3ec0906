import { expect, test } from "vitest";
import { similarNames } from "../../src/diagnostics/index.ts";
import { readYaml } from "../../src/settings/index.ts";
import { resolveTheme } from "../../src/theme/index.ts";

function told(style: string): readonly string[] {
  const read = (file: string, text: string) => {
    const { value } = readYaml(file, text);
    if (value.kind !== "map") throw new Error(`${file} is no map.`);
    return value;
  };
  const brand = read("brand.yaml", "fonts: {}\n");
  const theme = read("theme.yaml", `styles:\n  body:\n    ${style}\n`);
  const { diagnostics } = resolveTheme({
    product: "report",
    profile: "accessible",
    brand,
    theme,
    similar: similarNames,
  });
  return diagnostics
    .filter(({ place }) => place?.file === "theme.yaml" && place.line === 3)
    .map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);
}

test.each([
  ["size: -3", 'The field "size" is -3, but it can be from 1 to 400.'],
  [
    "size: 1e9",
    'The field "size" takes a number of points, or a multiple of the line such as "0.5b".',
  ],
  ["size: 100000", 'The field "size" is 100000, but it can be from 1 to 400.'],
  ["leading: 0", 'The field "leading" is 0, but it can be from 1 to 400.'],
  ["before: -4", 'The field "before" is -4, but it can be from 0 to 1500.'],
  ["weight: 5000", 'The field "weight" is 5000, but it can be from 1 to 1000.'],
  ["tracking: 40", 'The field "tracking" is 40, but it can be from -0.5 to 5.'],
])("%j of a style is refused with its place and range", (style, message) => {
  expect(told(style)).toEqual([`error settings-are-known: ${message}`]);
});

test.each(["size: 10.5", "leading: 15", "after: 0.5b", "indent: -12", "tracking: -0.01"])(
  "%j of a style is taken",
  (style) => {
    expect(told(style)).toEqual([]);
  },
);
