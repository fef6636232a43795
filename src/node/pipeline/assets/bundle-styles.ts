import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { bundleAsync, type Targets } from "lightningcss";
import { filesBelow } from "../../files/source-file.ts";

/** Browsers with `light-dark()`: those of the last two and a half years. A version is `major << 16 | minor << 8`. */
const TARGETS: Targets = {
  chrome: 123 << 16,
  firefox: 120 << 16,
  safari: (17 << 16) | (5 << 8),
};

/** The stylesheet of the site, the one that is inlined in 404.html, and the one of feeds. */
export interface BundledStyles {
  readonly site: Uint8Array;
  readonly notFound: Uint8Array;
  readonly feed: Uint8Array;
}

/**
 * Bundles `src/styles` and the stylesheets of all components. A component's stylesheet is included because it is in the
 * component's folder; nothing lists it.
 *
 * @param fontRules `@font-face` rules for files beside the stylesheet
 */
export async function bundleStyles(root: string, fontRules: string): Promise<BundledStyles> {
  const styles = (name: string): string => resolve(root, "src/styles", name);
  const components = await filesBelow(resolve(root, "_includes"), [".css"]);
  const entries: Readonly<Record<string, string>> = {
    "site.css": [
      "@layer base, components, print;",
      ...["tokens.css", "base.css", "prose.css"].map((name) => `@import "${styles(name)}" layer(base);`),
      ...components.map((file) => `@import "${file}" layer(components);`),
      `@import "${styles("print.css")}" layer(print);`,
      fontRules,
    ].join("\n"),
    "not-found.css": `@import "${styles("tokens.css")}";@import "${styles("not-found-page.css")}";`,
    "feed.css": `@import "${styles("tokens.css")}";@import "${styles("feed.css")}";${fontRules}`,
  };
  const bundle = async (name: string): Promise<Uint8Array> => {
    const { code } = await bundleAsync({
      filename: join(root, name),
      minify: true,
      targets: TARGETS,
      projectRoot: root,
      resolver: {
        read: (file) => entries[file.slice(root.length + 1)] ?? readFile(file, "utf8"),
        resolve: (specifier) => specifier,
      },
    });
    return code;
  };
  return { site: await bundle("site.css"), notFound: await bundle("not-found.css"), feed: await bundle("feed.css") };
}
