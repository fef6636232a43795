import { inject } from "vitest";
import { testAsWritten } from "../site/search-as-written.ts";

testAsWritten(inject("siteFolder"), Number.POSITIVE_INFINITY, inject("seed"));
