import { SaxesParser } from "saxes";
import type { Diagnostic } from "../../../lib/diagnostic.ts";

export type ImageError = Pick<Diagnostic, "message" | "fix">;

/** What an SVG says of itself. */
interface InspectedSvg {
  /** Whether its size is in pixels or another unit of length, and not left to the page that shows it. */
  readonly hasSize: boolean;
  readonly errors: readonly ImageError[];
}

const LENGTH = /^\s*[\d.]+(?:e\d+)?\s*(?:px|pt|pc|mm|cm|in|em|ex)?\s*$/i;
const REFERENCE = /url\(\s*["']?([^"')]*)|@import\s+["']([^"']+)/gi;

/**
 * Reads an SVG for what would be missing when it is drawn: only what is in the file itself is drawn, without fonts of its own
 * and HTML. Scripts do not run, and readers never get them: what is drawn without them is published. Whether it is well-formed is left to the program that draws it.
 */
export function inspectSvg(text: string): InspectedSvg {
  const errors = new Map<string, ImageError>();
  const report = (message: string, fix: string): void => void errors.set(message, { message, fix });
  const refer = (target: string): void => {
    if (isOutside(target)) report(`refers to \`${target.trim()}\`, which is not drawn`, EMBED);
  };
  const readCss = (css: string): void => {
    if (/@font-face/i.test(css))
      report("has a font of its own, which is not drawn", "convert its text to paths, or export it as PNG");
    for (const [, url, sheet] of css.matchAll(REFERENCE)) refer(url ?? sheet ?? "");
  };

  let hasSize: boolean | undefined;
  let isStyle = false;
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", () => {});
  parser.on("opentag", ({ name, attributes }) => {
    const element = localName(name);
    hasSize ??= LENGTH.test(attributes.width ?? "") || LENGTH.test(attributes.height ?? "");
    isStyle = element === "style";
    // Illustrator keeps data of its own in one that no other program shows.
    if (element === "foreignObject" && attributes.requiredExtensions === undefined) {
      report("has HTML in a <foreignObject>, which is not drawn", "write its text as <text>, or export it as PNG");
    }
    for (const [attribute, value] of Object.entries(attributes)) {
      if (localName(attribute) !== "href") readCss(value);
      else if (element !== "a" && element !== "script") refer(value);
    }
  });
  parser.on("closetag", () => {
    isStyle = false;
  });
  const readText = (css: string): void => {
    if (isStyle) readCss(css);
  };
  parser.on("text", readText);
  parser.on("cdata", readText);
  parser.on("processinginstruction", ({ target, body }) => {
    if (target === "xml-stylesheet") refer(/href\s*=\s*["']([^"']*)/.exec(body)?.[1] ?? "");
  });
  parser.write(text).close();
  return { hasSize: hasSize ?? false, errors: [...errors.values()] };
}

const EMBED = "put it into the SVG itself, or export it as PNG";

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Neither a part of the same file nor data. */
function isOutside(target: string): boolean {
  return !/^\s*(?:$|#|data:)/i.test(target);
}
