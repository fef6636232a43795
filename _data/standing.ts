import { prepared } from "../src/build/current-build.ts";

/** The pages that are not stories: about, privacy, accessibility. */
export default () => prepared().pages;
