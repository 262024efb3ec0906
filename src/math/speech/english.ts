import type { MathWords } from "./math-words.ts";
import { named } from "./parts.ts";

/** Formulas in English. */
export const englishWords = (): MathWords => ({
  squared: "% squared",
  cubed: "% cubed",
  power: "to the power of",
  prime: ["prime", "double prime", "triple prime"],
  index: "sub",
  over: "over",
  fraction: "the fraction",
  root: "the square root of",
  cubeRoot: "the cube root of",
  nthRoot: "the root of order % of",
  choose: "choose",
  crossedOut: "crossed out",
  from: "from",
  to: "to",
  of: "of",
  as: "as",
  above: "with % above",
  below: "with % below",
  bold: "bold",
  capital: "capital %",
  endPower: "end power",
  endIndex: "end sub",
  endFraction: "end fraction",
  endRoot: "end root",
  matrix: (rows, columns) => `matrix of ${rows} by ${columns}`,
  row: "row",
  cases: "cases",
  accents: named(
    "^ hat; ~ tilde; ˜ tilde; ¯ bar; ― bar; _ bar; → vector; ⃗ vector; ˙ dot; ¨ double dot",
  ),
  signs: named(
    "+ plus; − minus; - minus; ± plus or minus; ∓ minus or plus; × times; ⋅ times; · times; " +
      "∗ star; ÷ divided by; / over; = equals; ≠ is not equal to; ≈ is approximately; " +
      "≡ is identical to; ≅ is congruent to; ∼ is similar to; ∝ is proportional to; " +
      "< is less than; > is greater than; ≤ is at most; ≥ is at least; ≪ is much less than; " +
      "≫ is much greater than; ∈ is in; ∉ is not in; ⊂ is a proper subset of; ⊆ is a subset of; " +
      "∪ union; ∩ intersection; ∖ without; ∅ the empty set; ∀ for all; ∃ there is; ¬ not; ∧ and; " +
      "∨ or; → goes to; ← comes from; ↔ if and only if; ⇒ implies; ⇔ if and only if; ⟶ goes to; " +
      "⟹ implies; ⟺ if and only if; ↦ maps to; ∞ infinity; ∂ partial; ∇ nabla; ∑ the sum; " +
      "∏ the product; ∫ the integral; ∬ the double integral; ∭ the triple integral; " +
      "∮ the contour integral; ⋃ the union; ⋂ the intersection; ! factorial; % percent; $ dollars; " +
      "° degrees; ∘ degrees; … and so on; ⋯ and so on; ⋮ and so on; ⋱ and so on; " +
      "( open parenthesis; ) close parenthesis; [ open bracket; ] close bracket; { open brace; " +
      "} close brace; ⟨ open angle bracket; ⟩ close angle bracket; ⌊ floor of; ⌋ end floor; " +
      "⌈ ceiling of; ⌉ end ceiling; | vertical bar; ∣ divides; ‖ double vertical bar; " +
      "∥ is parallel to; ⊥ is perpendicular to; ∠ angle; ℓ l; ℏ h bar; : such that",
  ),
  functions: named(
    "sin sine; cos cosine; tan tangent; ln natural logarithm; log logarithm; exp exponential; " +
      "lim the limit; max the maximum; min the minimum; sup the supremum; inf the infimum; " +
      "det determinant; dim dimension; gcd greatest common divisor",
  ),
});
