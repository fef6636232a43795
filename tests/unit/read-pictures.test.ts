import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Diagnostic } from "../../src/lib/diagnostic.ts";
import { readPictures } from "../../src/node/ingest/read-pictures.ts";
import { temporaryFolder } from "../temporary-folder.ts";

it("tells two files of one name, since only one of them could be shown", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "map.png"), "");
  writeFileSync(join(folder, "map.svg"), "");
  writeFileSync(join(folder, "map.yaml"), "alt: A map\ncredit: EconoTimes\nlicence: CC BY 4.0\nsource: own work\n");
  const faults: Diagnostic[] = [];
  const { names } = await readPictures(folder, faults);
  expect([...names]).toEqual(["map"]);
  expect(faults).toMatchObject([
    { file: expect.stringMatching(/map\.svg$/), problem: expect.stringMatching(/has the name of .*map\.png$/) },
  ]);
});
