import type { MathWords } from "./math-words.ts";
import { named } from "./parts.ts";

/** Formulas in French. */
export const frenchWords = (): MathWords => ({
  squared: "% au carré",
  cubed: "% au cube",
  power: "à la puissance",
  prime: ["prime", "seconde", "tierce"],
  index: "indice",
  over: "sur",
  fraction: "la fraction",
  root: "la racine carrée de",
  cubeRoot: "la racine cubique de",
  nthRoot: "la racine d’ordre % de",
  choose: "parmi",
  crossedOut: "barré",
  from: "de",
  to: "à",
  of: "de",
  as: "quand",
  above: "avec % au-dessus",
  below: "avec % au-dessous",
  bold: "gras",
  capital: "% majuscule",
  endPower: "fin de la puissance",
  endIndex: "fin de l’indice",
  endFraction: "fin de la fraction",
  endRoot: "fin de la racine",
  matrix: (rows, columns) => `matrice de ${rows} sur ${columns}`,
  row: "ligne",
  cases: "cas",
  accents: named(
    "^ chapeau; ~ tilde; ˜ tilde; ¯ barre; ― barre; _ barre; → vecteur; ⃗ vecteur; ˙ point; " +
      "¨ deux points",
  ),
  signs: named(
    "+ plus; − moins; - moins; ± plus ou moins; ∓ moins ou plus; × fois; ⋅ fois; · fois; " +
      "∗ étoile; ÷ divisé par; / sur; = égale; ≠ est différent de; ≈ est à peu près égal à; " +
      "≡ est identique à; ≅ est congru à; ∼ est semblable à; ∝ est proportionnel à; " +
      "< est inférieur à; > est supérieur à; ≤ est inférieur ou égal à; ≥ est supérieur ou égal à; " +
      "≪ est très inférieur à; ≫ est très supérieur à; ∈ appartient à; ∉ n’appartient pas à; " +
      "⊂ est strictement inclus dans; ⊆ est inclus dans; ∪ union; ∩ intersection; ∖ privé de; " +
      "∅ l’ensemble vide; ∀ pour tout; ∃ il existe; ¬ non; ∧ et; ∨ ou; → tend vers; ← vient de; " +
      "↔ si et seulement si; ⇒ implique; ⇔ si et seulement si; ⟶ tend vers; ⟹ implique; " +
      "⟺ si et seulement si; ↦ donne; ∞ l’infini; ∂ d rond; ∇ nabla; ∑ la somme; ∏ le produit; " +
      "∫ l’intégrale; ∬ l’intégrale double; ∭ l’intégrale triple; ∮ l’intégrale de contour; " +
      "⋃ l’union; ⋂ l’intersection; ! factorielle; % pour cent; $ dollars; ° degrés; ∘ degrés; " +
      "… et ainsi de suite; ⋯ et ainsi de suite; ⋮ et ainsi de suite; ⋱ et ainsi de suite; " +
      "( parenthèse ouvrante; ) parenthèse fermante; [ crochet ouvrant; ] crochet fermant; " +
      "{ accolade ouvrante; } accolade fermante; ⟨ chevron ouvrant; ⟩ chevron fermant; " +
      "⌊ partie entière de; ⌋ fin de la partie entière; ⌈ partie entière par excès de; " +
      "⌉ fin de la partie entière; | barre verticale; ∣ divise; ‖ double barre verticale; " +
      "∥ est parallèle à; ⊥ est perpendiculaire à; ∠ angle; ℓ l; ℏ h barre; : tel que",
  ),
  functions: named(
    "sin sinus; cos cosinus; tan tangente; ln logarithme népérien; log logarithme; " +
      "exp exponentielle; lim la limite; max le maximum; min le minimum; sup la borne supérieure; " +
      "inf la borne inférieure; det déterminant; dim dimension; gcd plus grand commun diviseur",
  ),
});
