import Eleventy from "@11ty/eleventy";
import type { Build } from "../build.ts";

const PAGES = "src/pages";

/**
 * Creates Eleventy for a build, which `.eleventy.ts` finds in its configuration.
 *
 * @param folder the output
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
