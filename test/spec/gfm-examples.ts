/** Examples of the extensions in GitHub Flavored Markdown 0.29, by their number there, each with the words that it must say. */
export const gfmExamples: readonly {
  readonly number: number;
  readonly markdown: string;
  readonly says: readonly string[];
}[] = [
  {
    number: 198,
    markdown: "| foo | bar |\n| --- | --- |\n| baz | bim |\n",
    says: ["foo", "bar", "baz", "bim"],
  },
  {
    number: 199,
    markdown: "| abc | defghi |\n:-: | -----------:\nbar | baz\n",
    says: ["abc", "defghi", "bar", "baz"],
  },
  {
    number: 200,
    markdown: "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n",
    says: ["f|oo", "b|az", "b|im"],
  },
  {
    number: 201,
    markdown: "| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n",
    says: ["abc", "def", "bar", "baz", "bar"],
  },
  {
    number: 202,
    markdown: "| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar\n",
    says: ["abc", "def", "bar", "baz", "bar", "bar"],
  },
  { number: 203, markdown: "| abc | def |\n| --- |\n| bar |\n", says: ["|abc|def||---||bar|"] },
  {
    number: 204,
    markdown: "| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n",
    says: ["abc", "def", "bar", "bar", "baz"],
  },
  { number: 205, markdown: "| abc | def |\n| --- | --- |\n", says: ["abc", "def"] },
  { number: 279, markdown: "- [ ] foo\n- [x] bar\n", says: ["foo", "bar"] },
  {
    number: 280,
    markdown: "- [x] foo\n  - [ ] bar\n  - [x] baz\n- [ ] bim\n",
    says: ["foo", "bar", "baz", "bim"],
  },
  { number: 491, markdown: "~~Hi~~ Hello, ~there~ world!\n", says: ["HiHello,thereworld!"] },
  {
    number: 492,
    markdown: "This ~~has a\n\nnew paragraph~~.\n",
    says: ["This~~hasa", "newparagraph~~."],
  },
  { number: 493, markdown: "This will ~~~not~~~ strike.\n", says: ["Thiswill~~~not~~~strike."] },
  { number: 622, markdown: "www.commonmark.org\n", says: ["www.commonmark.org"] },
  {
    number: 623,
    markdown: "Visit www.commonmark.org/help for more information.\n",
    says: ["Visitwww.commonmark.org/helpformoreinformation."],
  },
  {
    number: 624,
    markdown: "Visit www.commonmark.org.\n\nVisit www.commonmark.org/a.b.\n",
    says: ["Visitwww.commonmark.org.", "Visitwww.commonmark.org/a.b."],
  },
  {
    number: 625,
    markdown:
      "www.google.com/search?q=Markup+(business)\n\n(www.google.com/search?q=Markup+(business))\n",
    says: [
      "www.google.com/search?q=Markup+(business)",
      "(www.google.com/search?q=Markup+(business))",
    ],
  },
  {
    number: 626,
    markdown: "www.google.com/search?q=(business))+ok\n",
    says: ["www.google.com/search?q=(business))+ok"],
  },
  {
    number: 627,
    markdown:
      "www.google.com/search?q=commonmark&hl=en\n\nwww.google.com/search?q=commonmark&hl;\n",
    says: ["www.google.com/search?q=commonmark&hl=en", "www.google.com/search?q=commonmark&hl;"],
  },
  { number: 628, markdown: "www.commonmark.org/he<lp\n", says: ["www.commonmark.org/he<lp"] },
  {
    number: 629,
    markdown:
      "http://commonmark.org\n\n(Visit https://encrypted.google.com/search?q=Markup+(business))\n",
    says: [
      "http://commonmark.org",
      "(Visithttps://encrypted.google.com/search?q=Markup+(business))",
    ],
  },
  { number: 630, markdown: "foo@bar.baz\n", says: ["foo@bar.baz"] },
  {
    number: 631,
    markdown: "hello@mail+xyz.example isn't valid, but hello+xyz@mail.example is.\n",
    says: ["hello@mail+xyz.exampleisn'tvalid,buthello+xyz@mail.exampleis."],
  },
  {
    number: 632,
    markdown: "a.b-c_d@a.b\n\na.b-c_d@a.b.\n\na.b-c_d@a.b-\n\na.b-c_d@a.b_\n",
    says: ["a.b-c_d@a.b", "a.b-c_d@a.b.", "a.b-c_d@a.b-", "a.b-c_d@a.b_"],
  },
];
