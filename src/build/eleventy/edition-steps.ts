import { currentBuild } from "../current-build.ts";

/** Reads the content before Eleventy composes the pages, and completes the publication after. */
export function editionSteps(eleventyConfig: EleventyConfig): void {
  eleventyConfig.on("eleventy.before", ({ runMode }) =>
    runMode === "serve" ? currentBuild().prepareAgain() : currentBuild().prepare(),
  );
  eleventyConfig.on("eleventy.after", ({ directories, runMode }) =>
    currentBuild().complete(directories.output, runMode === "serve"),
  );
}
