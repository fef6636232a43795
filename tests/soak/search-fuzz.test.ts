import { inject, it } from "vitest";
import { checkSearchPage } from "../browser/search-fuzz.ts";
import { servePublication } from "../browser/visit.ts";
import { fuzzedQueries } from "../fuzzed-queries.ts";
import { checkAnswers } from "../site/search-fuzz.ts";

const publication = servePublication();
const seed = `${inject("seed")} query`;

it("search answers 1,000 random queries, the same each time", () =>
  checkAnswers(inject("siteFolder"), fuzzedQueries(1_000, seed)));

it("the search page shows 500 random queries as text, without errors", async () => {
  await checkSearchPage(await publication.tab(), fuzzedQueries(500, seed));
});
