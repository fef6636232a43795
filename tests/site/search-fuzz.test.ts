import { inject, it } from "vitest";
import { fuzzedQueries } from "../fuzzed-queries.ts";
import { checkAnswers } from "./search-fuzz.ts";

it("search answers any query, the same each time", () => checkAnswers(inject("siteFolder"), fuzzedQueries(100, "query")));
