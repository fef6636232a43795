import { inject } from "vitest";
import { testShards } from "../site/search-shards.ts";

testShards({ queries: 200, fuzzed: 100, fresh: 25, seed: inject("seed") });
