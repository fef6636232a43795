/** What every page template sees besides Eleventy's own data: `GlobalData` in `_includes/page-context.ts` lists it. */
export function globalData(eleventyConfig: EleventyConfig): void {
  const { build } = eleventyConfig;
  eleventyConfig.addGlobalData("site", () => build.prepared.site);
  eleventyConfig.addGlobalData("catalog", () => build.prepared.catalog);
  eleventyConfig.addGlobalData("markets", () => build.prepared.markets);
  eleventyConfig.addGlobalData("edition", () => build.prepared.edition);
  eleventyConfig.addGlobalData("assets", () => build.prepared.assets);
  eleventyConfig.addGlobalData("images", () => build.prepared.images);
  eleventyConfig.addGlobalData("socialCards", () => build.prepared.socialCards);
  eleventyConfig.addGlobalData("staticPages", () => build.prepared.pages);
  eleventyConfig.addGlobalData("redirects", () => build.prepared.redirects);
}
