import { expect, test } from "vitest";
import { nodeHost } from "../../src/host/index.ts";
import { folderWith } from "../cli/support.ts";

test("no name leads out of the program, by whichever way its files are asked for", () => {
  const folder = folderWith({
    "secret/a.ttf": "secret",
    "program/templates/report/theme.yaml": "use: report\n",
    "program/dist/assets/fonts/a.ttf": "font",
  });
  const programFolder = `${folder}/program`;
  const host = nodeHost({ projectFolder: folder, programFolder, environment: {} });
  expect(host.shipped("fonts/a.ttf")?.length).toBe(4);
  expect(host.listShipped("templates")).toEqual(["report/"]);
  for (const path of [
    "../../../secret/a.ttf",
    "fonts/../../../../secret/a.ttf",
    "templates/../../secret/a.ttf",
    `${folder}/secret/a.ttf`,
  ]) {
    expect([path, host.shipped(path)]).toEqual([path, undefined]);
    expect(host.listShipped(path.replace("/a.ttf", ""))).toEqual([]);
    expect(host.stamp?.(path, true)).toBeUndefined();
  }
});
