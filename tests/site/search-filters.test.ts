import { testFilters } from "./search-filters.ts";

testFilters(["", "prices -oil"]);
