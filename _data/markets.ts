import { prepared } from "../src/build/current-build.ts";

/** Every market series with its figures, and its latest one. */
export default () => prepared().markets;
