import { isValidElement } from "preact";
import { render } from "preact-render-to-string";
import { currentBuild } from "../current-build.ts";

/** Lets page templates be TypeScript that returns TSX, or text. This is the one place where TSX becomes HTML. */
export function typedPages(eleventyConfig: EleventyConfig): void {
  eleventyConfig.addTemplateFormats(["11ty.tsx", "11ty.ts"]);
  eleventyConfig.addExtension(["11ty.tsx", "11ty.ts"], {
    key: "11ty.js",
    compile: () =>
      async function compose(data) {
        const composed = await this.defaultRenderer(data);
        currentBuild().pageComposed();
        const text = isValidElement(composed) ? `<!doctype html>\n${render(composed)}\n` : String(composed);
        // Eleventy keeps every page until the last is composed, which as bytes costs half the memory and a third of the time.
        return Buffer.from(text);
      },
  });
}
