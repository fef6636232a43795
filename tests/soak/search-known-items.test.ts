import { inject } from "vitest";
import { testKnownItems } from "../site/search-known-items.ts";

/** All stories, several times with other words and typing errors. */
const seeds = ["shipped stories", ...[1, 2, 3].map((number) => `${inject("seed")} ${number}`)];
testKnownItems(inject("siteFolder"), Number.POSITIVE_INFINITY, seeds);
