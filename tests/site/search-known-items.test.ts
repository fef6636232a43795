import { inject } from "vitest";
import { testKnownItems } from "./search-known-items.ts";

testKnownItems(inject("siteFolder"), 12, ["shipped stories"]);
