import { join } from "node:path";
import { DateTime } from "luxon";
import { expect, it } from "vitest";
import settings from "../../_data/site.ts";
import { readContent } from "../../src/node/ingest/read-content.ts";
import { parseSite } from "../../src/node/pipeline/read-site.ts";
import { SILENT_STEP } from "../read-catalog.ts";
import { writeTree } from "../site/build-site.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const SERIES = `- id: oil
  name: Oil
  group: energy
  unit: US dollars a barrel
  decimals: 2
  frequency: monthly
  source: { name: The Agency, url: "https://www.example.org/" }
  licence: public domain
  rise: neither
  method: An average.
  order: 1
`;
const STORY = `---
title: Oil
standfirst: A story.
section: market-data
published: 2026-07-08T09:00:00-04:00
authors: [desk]
---

In June [70]{oil=2026-06}, and [4.1]{yield=2026-06 chnge}.
`;

/** The diagnostics of the story or its figures. */
async function printed(figures: string): Promise<string> {
  const folder = temporaryFolder();
  writeTree(folder, [
    ["content/articles/2026/07/oil.md", STORY],
    ["content/authors.yaml", "desk: { name: Desk, description: Writes. }\n"],
    ["content/topics.yaml", "oil: { name: Oil, description: Oil. }\n"],
    ["markets/series.yaml", SERIES],
    ["markets/oil.csv", figures],
  ]);
  const asOf = DateTime.fromISO("2026-09-01T00:00:00Z");
  const folders = { contentFolder: join(folder, "content"), marketsFolder: join(folder, "markets") };
  const reading = readContent({ ...folders, asOf, now: asOf }, parseSite(settings, undefined), SILENT_STEP);
  return reading.then(
    () => "",
    (error: Error) => error.message,
  );
}

it("figures are not checked while the market files have errors; only those errors are reported", async () => {
  const withErrors = await printed("date,value\n2026-06,seventy\n");
  expect(withErrors).toContain("markets/oil.csv:2  value  ");
  expect(withErrors).toContain("articles/2026/07/oil.md:9  body  `[4.1]{yield=2026-06 chnge}` asks for `chnge`");
  expect(withErrors).toContain("\n\n2 errors in the content.");
  const wrong = await printed("date,value\n2026-06,71\n");
  expect(wrong).toContain(
    "articles/2026/07/oil.md:9  body  `[70]{oil=2026-06}` does not match the data, which says 71  write 71",
  );
});
