import type { Graph } from "schema-dts";

/** What could end a script element or begin a comment in HTML, and the line ends that JSON has and old scripts do not. */
const ESCAPED = /[<>&\u2028\u2029]/g;

/**
 * Writes a graph of JSON-LD 1.1 so that it can stand within `<script type="application/ld+json">`: HTML decodes nothing
 * there (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements), JSON does.
 */
export function jsonLd(graph: Graph): string {
  return JSON.stringify(graph).replace(ESCAPED, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
