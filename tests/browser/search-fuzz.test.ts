import { it } from "vitest";
import { fuzzedQueries } from "../fuzzed-queries.ts";
import { checkSearchPage } from "./search-fuzz.ts";
import { servePublication } from "./visit.ts";

const publication = servePublication();

it("the search page shows any query as text, without errors", async () => {
  await checkSearchPage(await publication.tab(), fuzzedQueries(50, "query"));
});
