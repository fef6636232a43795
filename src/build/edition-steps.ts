import { currentBuild } from "./current-build.ts";

/** Reads the content before Eleventy composes the pages, and completes the publication after. */
export function editionSteps(eleventyConfig: EleventyConfig): void {
  eleventyConfig.on("eleventy.before", () => currentBuild().prepare());
  eleventyConfig.on("eleventy.after", ({ directories }) => currentBuild().complete(directories.output));
}
