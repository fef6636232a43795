import Eleventy from "@11ty/eleventy";
import type { Build } from "../build.ts";

const PAGES = "src/pages";

/**
 * Eleventy for one build: it reads `.eleventy.ts`, which finds the build in its configuration.
 *
 * @param folder where the pages are written
 */
export function createEleventy(build: Build, folder: string, runMode: "build" | "serve"): Eleventy {
  process.chdir(build.settings.root);
  return new Eleventy(PAGES, folder, {
    configPath: ".eleventy.ts",
    quietMode: true,
    runMode,
    config: (eleventyConfig) => {
      eleventyConfig.build = build;
    },
  });
}
