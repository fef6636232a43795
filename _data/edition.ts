import { prepared } from "../src/build/current-build.ts";

/** Which edition this is: its date and its content fingerprint. */
export default () => prepared().edition;
