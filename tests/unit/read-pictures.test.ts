import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Diagnostic } from "../../src/lib/diagnostic.ts";
import { readPictures } from "../../src/node/ingest/read-pictures.ts";
import { temporaryFolder } from "../temporary-folder.ts";

it("two files with one name are an error, since only one could be shown", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "map.png"), "");
  writeFileSync(join(folder, "map.svg"), "");
  writeFileSync(join(folder, "map.yaml"), "alt: A map\ncredit: EconoTimes\nlicence: CC BY 4.0\nsource: own work\n");
  const diagnostics: Diagnostic[] = [];
  const { names } = await readPictures(folder, diagnostics);
  expect([...names]).toEqual(["map"]);
  expect(diagnostics).toMatchObject([
    { file: expect.stringMatching(/map\.svg$/), message: expect.stringMatching(/has the same name as .*map\.png$/) },
  ]);
});
