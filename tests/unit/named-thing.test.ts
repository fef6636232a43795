import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { expect, it } from "vitest";
import { type Diagnostic, formatDiagnostic } from "../../src/lib/diagnostic.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import { type Author, authorsSchema, topicsSchema } from "../../src/model/taxonomy.ts";
import { readTaxonomy } from "../../src/node/ingest/read-taxonomy.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { POLITICS, story, thing } from "./sample-story.ts";

/** A file with one entry, whose third line is the one given. */
function fileWith(line: string): string {
  const file = join(temporaryFolder(), "things.yaml");
  writeFileSync(file, `jane-doe:\n  name: Jane Doe\n  ${line}\n  description: Jane Doe writes about prices.\n`);
  return file;
}

it.each([
  ["kind: person", "person"],
  ["kind: desk", "desk"],
  ["# says nothing", "desk"],
])("an author of whom the file says %j is a %s", async (line, kind) => {
  const faults: Diagnostic[] = [];
  const authors = await readTaxonomy(fileWith(line), authorsSchema, faults);
  expect(faults).toEqual([]);
  expect(authors?.get("jane-doe")).toEqual({
    id: "jane-doe",
    name: "Jane Doe",
    description: "Jane Doe writes about prices.",
    kind,
  });
});

it("a kind that is misspelt is a fault that suggests the nearest, and a topic has none", async () => {
  const faults: Diagnostic[] = [];
  expect(await readTaxonomy(fileWith("kind: persn"), authorsSchema, faults)).toBeUndefined();
  expect(await readTaxonomy(fileWith("kind: person"), topicsSchema, faults)).toBeUndefined();
  expect(faults.map(formatDiagnostic)).toEqual([
    expect.stringMatching(/things\.yaml:3 {2}jane-doe\.kind {2}`persn` is not known {2}write person$/),
    expect.stringMatching(/things\.yaml:3 {2}jane-doe\.kind {2}is not a known field {2}/),
  ]);
});

it("the listing of a person is filed as that of an author", () => {
  const jane: Author = { ...thing("jane-doe"), kind: "person" };
  const asOf = DateTime.fromISO("2026-12-01T00:00:00Z");
  const publication = { name: "The Gazette", description: "News.", sections: [POLITICS] };
  const { authors } = buildCatalog([story({ authors: [jane] })], asOf, publication);
  expect(authors).toMatchObject([{ kind: "author", id: "jane-doe", path: "/authors/jane-doe/" }]);
});
