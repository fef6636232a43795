import { currentBuild } from "./src/build/current-build.ts";
import { editionSteps } from "./src/build/eleventy/edition-steps.ts";
import { typedData } from "./src/build/eleventy/typed-data.ts";
import { typedPages } from "./src/build/eleventy/typed-pages.ts";

/** The site wired together. Paths are relative to the folder of pages. */
export default function configure(eleventyConfig: EleventyConfig) {
  eleventyConfig.setQuietMode(true);
  eleventyConfig.addPlugin(typedData);
  eleventyConfig.addPlugin(typedPages);
  eleventyConfig.addPlugin(editionSteps);

  const { contentFolder, marketsFolder } = currentBuild().settings;
  for (const folder of [contentFolder, marketsFolder]) eleventyConfig.addWatchTarget(folder);
  for (const folder of ["_includes", "src/styles", "src/browser"]) eleventyConfig.addWatchTarget(`./${folder}`);

  return { dir: { input: "src/pages", data: "../../_data", includes: "../../_includes" } };
}
