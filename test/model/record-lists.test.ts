import { expect, test } from "vitest";
import { read, told } from "./support.ts";

const list = `
- **Signing** {#signing date=2012-01-01}
- **Entry** {#entry date=2012-01-02}
`;

test.each(["", ".register "])(
  "items under {%srecords=event} keep the names they are given",
  (of) => {
    const text = `# T\n\nOn [1 January 2012](fact:signing.date).\n\n## Events {${of}records=event}\n${list}`;
    const { model, diagnostics } = read(text);
    expect(told(diagnostics)).toEqual([]);
    expect([...model.recordById.keys()]).toEqual(["signing", "entry"]);
  },
);

test("a name that a section has already is told once", () => {
  const text = `# T\n\n## Signing {#signing}\n\nText.\n\n## Events {records=event}\n${list}`;
  const rules = read(text).diagnostics.map(({ rule, place }) => `${place?.line} ${rule}`);
  expect(rules).toEqual(["9 id-is-unique"]);
});
