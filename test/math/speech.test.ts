import { expect, test } from "vitest";
import { openSpeech } from "../../src/math/speech/index.ts";
import { openTex } from "../../src/math/tex.ts";

function spoken(tex: string, language = "en-CA"): string | undefined {
  const result = openTex()(tex, true);
  return typeof result === "string" ? result : openSpeech(language)(result.math);
}

test.each([
  ["x^2 + y^3 = z_i", "x squared plus y cubed equals z sub i"],
  ["\\frac{1}{2}", "1 over 2"],
  ["\\frac{a+b}{c} - 1", "the fraction a plus b over c, end fraction, minus 1"],
  ["\\sqrt{2} \\sqrt[3]{x+1}", "the square root of 2 the cube root of x plus 1, end root"],
  ["\\sum_{i=1}^{n} x_i", "the sum from i equals 1 to n of x sub i"],
  ["\\int_0^1 f", "the integral from 0 to 1 of f"],
  ["\\lim_{x\\to 0} \\sin x", "the limit as x goes to 0 of sine x"],
  ["e^{-k t}", "e to the power of minus k t, end power"],
  ["\\alpha \\le \\Omega, f'", "alpha is at most capital omega, f prime"],
  ["\\vec{x} \\hat{y} \\overline{ab}", "x vector y hat a b bar"],
  ["\\binom{n}{k}", "open parenthesis n choose k close parenthesis"],
  ["\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}", "matrix of 2 by 2; row 1, a, b; row 2, c, d"],
  ["\\begin{aligned}a&=b\\\\c&=d\\end{aligned}", "a equals b; c equals d"],
  ["5\\% \\cdot 3\\,\\text{km}", "5 percent times 3 km"],
  ["\\ce{H2O}", "H sub 2 O"],
  ["constructor", "c o n s t r u c t o r"],
])("%s is read out as words", (tex, words) => {
  expect(spoken(tex)).toBe(words);
});

test.each([
  ["x^2 \\times \\frac{1}{2}", "x au carré fois 1 sur 2"],
  ["\\sum_{i=1}^{n} x_i", "la somme de i égale 1 à n de x indice i"],
  ["\\sqrt{x+1}", "la racine carrée de x plus 1, fin de la racine"],
  ["\\Sigma", "sigma majuscule"],
])("%s is read out in French", (tex, words) => {
  expect(spoken(tex, "fr-CA")).toBe(words);
});

test("in a language without words a formula stays as it is written", () => {
  expect(spoken("x^2", "de")).toBeUndefined();
});
