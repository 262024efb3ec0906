import { expect, test } from "vitest";
import { pictured } from "../../src/word-template/dates.ts";

test.each([
  ["d MMMM yyyy", "fr-CA", "17 mai 2024"],
  ["MMMM d, yyyy", "en-CA", "May 17, 2024"],
  ["dd/MM/yy", "en", "17/05/24"],
  ["d 'de' MMM yyyy", "en", "17 de May 2024"],
  ["d MMMM yyyy", "de", "2024-05-17"],
  ["yyyy-MM-dd", "de", "2024-05-17"],
  ["dddd, d MMMM yyyy", "en", "2024-05-17"],
  ["yyyy-MM-dd HH:mm", "en", "2024-05-17"],
])("the picture %s in %s is %s", (picture, language, written) => {
  expect(pictured("2024-05-17T00:00:00Z", picture, language)).toBe(written);
});

test("without a picture a date is written as ISO does, and what is no date stays", () => {
  expect(pictured("2024-05-17T00:00:00Z", undefined, "en")).toBe("2024-05-17");
  expect(pictured("soon", "d MMMM", "en")).toBe("soon");
});
