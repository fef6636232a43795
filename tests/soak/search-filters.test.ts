import { testFilters } from "../site/search-filters.ts";

testFilters(["", "the", "dollar", "month average", "“federal reserve”", "prices -oil", "inflation yields"]);
