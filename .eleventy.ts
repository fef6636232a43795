import { globalData } from "./src/node/pipeline/eleventy/global-data.ts";
import { tsxTemplates } from "./src/node/pipeline/eleventy/tsx-templates.ts";

/** Eleventy's configuration. Paths are relative to the folder of pages. */
export default function configure(eleventyConfig: EleventyConfig) {
  const { build } = eleventyConfig;
  eleventyConfig.setQuietMode(true);
  eleventyConfig.addPlugin(globalData);
  eleventyConfig.addPlugin(tsxTemplates);

  eleventyConfig.on("eleventy.before", ({ runMode }) => (runMode === "serve" ? build.prepareAgain() : build.prepare()));
  eleventyConfig.on("eleventy.after", ({ directories, runMode }) => build.complete(directories.output, runMode === "serve"));

  const { contentFolder, marketsFolder } = build.settings;
  for (const folder of [contentFolder, marketsFolder]) eleventyConfig.addWatchTarget(folder);
  for (const folder of ["_includes", "src/styles", "src/browser"]) eleventyConfig.addWatchTarget(`./${folder}`);

  return { dir: { input: "src/pages", data: "../../_data", includes: "../../_includes" } };
}
