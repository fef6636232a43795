import { prepared } from "../src/build/current-build.ts";

/** The pictures of published pages: what editors say of them, how they were encoded, where they are used. */
export default () => prepared().gallery;
