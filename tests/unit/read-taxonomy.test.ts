import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { expect, it } from "vitest";
import { type Diagnostic, formatDiagnostic } from "../../src/lib/diagnostic.ts";
import { buildCatalog } from "../../src/model/catalog.ts";
import { type Author, authorsSchema, topicsSchema } from "../../src/model/taxonomy.ts";
import { readTaxonomy } from "../../src/node/ingest/read-taxonomy.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { POLITICS, story, taxonomyTerm } from "./sample-story.ts";

/** A file with one entry, whose third line is `line`. */
function fileWith(line: string): string {
  const file = join(temporaryFolder(), "things.yaml");
  writeFileSync(file, `jane-doe:\n  name: Jane Doe\n  ${line}\n  description: Jane Doe writes about prices.\n`);
  return file;
}

it.each([
  ["kind: person", "person"],
  ["kind: desk", "desk"],
  ["# says nothing", "desk"],
])("an author with %j is a %s", async (line, kind) => {
  const diagnostics: Diagnostic[] = [];
  const authors = await readTaxonomy(fileWith(line), authorsSchema, diagnostics, "en-GB");
  expect(diagnostics).toEqual([]);
  expect(authors?.get("jane-doe")).toEqual({
    id: "jane-doe",
    name: "Jane Doe",
    description: "Jane Doe writes about prices.",
    kind,
  });
});

it("a misspelt kind gets a suggestion, and a topic has no kind", async () => {
  const diagnostics: Diagnostic[] = [];
  expect(await readTaxonomy(fileWith("kind: persn"), authorsSchema, diagnostics, "en-GB")).toBeUndefined();
  expect(await readTaxonomy(fileWith("kind: person"), topicsSchema, diagnostics, "en-GB")).toBeUndefined();
  expect(diagnostics.map(formatDiagnostic)).toEqual([
    expect.stringMatching(/things\.yaml:3 {2}jane-doe\.kind {2}`persn` is not known {2}write person$/),
    expect.stringMatching(/things\.yaml:3 {2}jane-doe\.kind {2}is not a known field {2}/),
  ]);
});

it("the listing of a person is the listing of an author", () => {
  const jane: Author = { ...taxonomyTerm("jane-doe"), kind: "person" };
  const asOf = DateTime.fromISO("2026-12-01T00:00:00Z");
  const publication = { name: "The Gazette", description: "News.", sections: [POLITICS] };
  const { authors } = buildCatalog([story({ authors: [jane] })], asOf, publication);
  expect(authors).toMatchObject([{ kind: "author", id: "jane-doe", path: "/authors/jane-doe/" }]);
});
