import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/lib/diagnostic.ts";
import { readPictures } from "../../src/node/ingest/read-pictures.ts";
import { temporaryFolder } from "../temporary-folder.ts";

it("two files with one name are an error, since only one could be shown", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "map.png"), "");
  writeFileSync(join(folder, "map.svg"), "");
  writeFileSync(join(folder, "map.yaml"), "alt: A map\ncredit: EconoTimes\nlicence: CC BY 4.0\nsource: own work\n");
  const diagnostics: Diagnostic[] = [];
  const { names } = await readPictures(folder, diagnostics, "en-GB");
  expect([...names]).toEqual(["map"]);
  expect(diagnostics).toMatchObject([
    { file: expect.stringMatching(/map\.svg$/), message: expect.stringMatching(/has the same name as .*map\.png$/) },
  ]);
});

/** The pictures and `file: message → fix` of a library with these files. */
async function read(...files: readonly string[]) {
  const folder = temporaryFolder();
  for (const file of files) {
    writeFileSync(join(folder, file), file.endsWith(".yaml") ? "alt: A map\ncredit: Us\nlicence: CC0\nsource: own work\n" : "");
  }
  const readAgain = async () => {
    const diagnostics: Diagnostic[] = [];
    const { pictures, names } = await readPictures(folder, diagnostics, "en-GB");
    const texts = diagnostics.map(({ file, message, fix }) => `${file.slice(file.lastIndexOf("/") + 1)}: ${message} → ${fix}`);
    return { pictures: [...pictures.keys()], names, diagnostics: texts };
  };
  return { ...(await readAgain()), folder, readAgain };
}

describe("the name of a picture", () => {
  it.each(["map", "DSC_0012", "2026-map", "a.b", "A", "a".repeat(100)])("may be %s", async (name) => {
    const { pictures, diagnostics } = await read(`${name}.jpg`, `${name}.yaml`);
    expect({ pictures, diagnostics }).toEqual({ pictures: [name], diagnostics: [] });
  });

  it.each([
    ["Zürich", "zurich"],
    ["Zu\u0308rich", "zurich"],
    ["Straße nach Łódź", "strasse-nach-lodz"],
    ["two words", "two-words"],
    ["100%", "100"],
    ["a%20b", "a-20b"],
    ["No #1", "no-1"],
    ["what?", "what"],
    ["-a", "a"],
    ["a&b", "a-b"],
    ["a".repeat(101), "a".repeat(100)],
    ["ландыш", "picture"],
    ["😀", "picture"],
  ])("cannot be %s, and %s is suggested", async (name, right) => {
    const { folder, names, diagnostics, readAgain } = await read(`${name}.JPG`, `${name}.yaml`);
    expect(diagnostics).toEqual([
      `${name}.JPG: has a name that cannot be an address → rename it ${right}.JPG, and name it so in its YAML file and in stories`,
    ]);
    for (const form of ["NFC", "NFD"]) {
      expect(names).toContain(name.normalize(form));
      expect(names).toContain(encodeURI(name.normalize(form)));
    }
    renameSync(join(folder, `${name}.JPG`), join(folder, `${right}.JPG`));
    renameSync(join(folder, `${name}.yaml`), join(folder, `${right}.yaml`));
    expect(await readAgain()).toMatchObject({ pictures: [right], diagnostics: [] });
  });

  it("may be written as macOS writes it in one of the two files", async () => {
    const { diagnostics } = await read("Zu\u0308rich.jpg", "Zürich.yaml", "zurich.png", "zurich.yaml");
    expect(diagnostics).toEqual([expect.stringContaining("rename it zurich-2.jpg, ")]);
  });

  it.each([
    ["Map.yaml", "map.jpg"],
    ["map.jpg.yaml", "map.jpg"],
    ["map.yaml", "MAP.PNG"],
  ])("is suggested for metadata of a similar one: %s beside %s", async (yaml, picture) => {
    const { folder, diagnostics, readAgain } = await read(yaml, picture);
    const right = `${picture.slice(0, 3)}.yaml`;
    expect(diagnostics).toEqual([`${yaml}: describes a picture that does not exist → rename it ${right}`]);
    renameSync(join(folder, yaml), join(folder, right));
    expect((await readAgain()).diagnostics).toEqual([]);
  });

  it("is suggested for metadata alone, and for a picture alone", async () => {
    expect((await read("Zürich.yaml")).diagnostics).toEqual([
      "Zürich.yaml: describes a picture that does not exist → name it in letters, digits and hyphens, and add a picture of the same name",
    ]);
    expect((await read("Zürich.jpg")).diagnostics).toEqual([
      "Zürich.jpg: has a name that cannot be an address → rename it zurich.jpg, and name it so in its YAML file and in stories",
      "Zürich.jpg: has no alt text, credit and licence → write them into zurich.yaml beside it",
    ]);
  });
});
