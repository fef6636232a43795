import type { Prepared } from "../build.ts";

/** The global data of page templates. `GlobalData` in `_includes/page-context.ts` is its type. */
export function globalData(eleventyConfig: EleventyConfig): void {
  const add = (name: string, read: (prepared: Prepared) => unknown): void =>
    eleventyConfig.addGlobalData(name, () => read(eleventyConfig.build.prepared));
  add("site", ({ site }) => site);
  add("catalog", ({ catalog }) => catalog);
  add("markets", ({ markets }) => markets);
  add("edition", ({ edition }) => edition);
  add("assets", ({ assets }) => assets);
  add("images", ({ images }) => images);
  add("socialCards", ({ socialCards }) => socialCards);
  add("staticPages", ({ pages }) => pages);
  add("redirects", ({ redirects }) => redirects);
}
