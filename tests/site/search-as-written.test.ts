import { inject } from "vitest";
import { testAsWritten } from "./search-as-written.ts";

testAsWritten(inject("siteFolder"), 150, "pieces of the shipped stories");
