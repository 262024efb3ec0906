import { expect, test } from "vitest";
import { blocksOf, documentOf } from "./support.ts";

const languagesOf = (text: string): readonly string[] => {
  const { value } = documentOf(`# T\n\n${text}\n`, { product: "report" });
  return [...JSON.stringify(blocksOf(value, "paragraph")).matchAll(/"language":"([^"]*)"/g)].map(
    ([, language = ""]) => language,
  );
};

test.each([
  ['<span lang="fr_CA">mot</span>', ["fr-CA"]],
  ['<span lang="FR">mot</span>', ["fr-CA"]],
  ["[mot]{lang=fr}", ["fr-CA"]],
  ["[Wort [mot]{lang=fr}]{lang=de}", ["de", "fr"]],
  ['<span lang="not a language!">mot</span>', []],
  ['<span lang="constructor">mot</span>', []],
])("the language of %s is one that a file can hold", (text, languages) => {
  expect(languagesOf(text)).toEqual(languages);
});
