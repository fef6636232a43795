import { prepared } from "../src/build/current-build.ts";

/** Every published article, section, topic, author and month. */
export default () => prepared().catalog;
