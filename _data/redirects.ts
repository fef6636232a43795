import { prepared } from "../src/build/current-build.ts";

/** Addresses that have moved, and where to. */
export default () => prepared().redirects;
