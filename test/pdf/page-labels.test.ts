import { expect, test } from "vitest";
import { pageLabels } from "../../src/render/pdf/page-labels.ts";

test.each([
  [["1", "2", "3"], "<</Nums[0<</S/D>>]>>"],
  [["1", "2", "A1", "A2"], "<</Nums[0<</S/D>>2<</S/D/P(A)>>]>>"],
  [["3", "4", "9"], "<</Nums[0<</S/D/St 3>>2<</S/D/St 9>>]>>"],
  [["i", "ii"], "<</Nums[0<</P(i)>>1<</P(ii)>>]>>"],
  [["01", "02"], "<</Nums[0<</P(01)>>1<</P(02)>>]>>"],
  [["A-9", "A-10"], "<</Nums[0<</S/D/St 9/P(A-)>>]>>"],
  [["", ""], "<</Nums[0<<>>1<<>>]>>"],
])("labels %j", (labels, syntax) => {
  expect(pageLabels(labels)).toBe(syntax);
});
