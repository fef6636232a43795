import { testShards } from "./search-shards.ts";

testShards({ queries: 36, fuzzed: 20, fresh: 4, seed: "sample" });
