import { fc } from "../../support/property.ts";

const fragments = [
  ..."[x](y)|{#id}|{.c}|:::|:::note\n|\n:::\n|www.canada.ca|https://canada.ca|a@b.ca|<b>|</b>|<br>".split(
    "|",
  ),
  ..."&amp;|&#42;|1986. A|+ a|- a|# a|\t|    |\n|\r\n|\\|`|```|~~~|~~|***|_|**|> |![|](|[^1]|[ ]".split(
    "|",
  ),
  ..."===|---|<!--|-->|<https://a.ca>|é|日本|عربي|👩‍👩‍👧|\u202e|\ue000|\ufdd0|\ufde0\ufdd0\ufde1|\ufde2".split(
    "|",
  ),
  ..."\0|\ud800|\ufeff|{{x}}|}}|$|$&|a|: a|\n: b|%%".split("|"),
  "|",
];

/** Texts that try to be Markdown, tokens or templates, and such as no keyboard makes. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...fragments), { maxLength: 6 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
);
