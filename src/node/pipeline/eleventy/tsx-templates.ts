import { isValidElement, type VNode } from "preact";
import { render } from "preact-render-to-string";
import { isolateNumbers } from "../../../lib/text-direction.ts";

/** Adds page templates in TypeScript, which return TSX or text. */
export function tsxTemplates(eleventyConfig: EleventyConfig): void {
  eleventyConfig.addTemplateFormats(["11ty.tsx", "11ty.ts"]);
  eleventyConfig.addExtension(["11ty.tsx", "11ty.ts"], {
    key: "11ty.js",
    compile: () =>
      async function compose(data) {
        const composed = await this.defaultRenderer(data);
        const text = isValidElement(composed) ? htmlDocument(composed) : String(composed);
        // Eleventy holds all pages until the last is composed: bytes take half the memory and a third of the time of strings.
        const bytes = Buffer.from(text);
        const { url, inputPath } = data.page;
        eleventyConfig.build.composed(url || undefined, inputPath.replace(/^\.\//, ""), text, bytes.length);
        return bytes;
      },
  });
}

/** A void element as Preact serialises it. Attributes are quoted, and `<` is always escaped in text. */
const CLOSED_VOID_ELEMENT =
  /<((?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)(?:\s[^\s"=<>/]+(?:="[^"]*")?)*)\s*\/>/g;

/** Renders a page as an HTML document. Nothing else turns TSX into HTML. */
export function htmlDocument(page: VNode): string {
  return `<!DOCTYPE html>\n${isolateNumbers(render(page).replace(CLOSED_VOID_ELEMENT, "<$1>"))}\n`;
}
