import { prepared } from "../src/build/current-build.ts";

/** The styles, scripts and fonts that pages load. */
export default () => Object.freeze({ ...prepared().assets });
