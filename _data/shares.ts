import { prepared } from "../src/build/current-build.ts";

/** The pictures that stand for stories elsewhere; undefined where the site has no address to fetch them from. */
export default () => prepared().shares;
