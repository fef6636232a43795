import type { Build, Prepared } from "./build.ts";

let current: Build | undefined;

/** Makes `build` the one that the site's configuration and global data refer to: Eleventy loads both by file name. */
export function startBuild(build: Build): void {
  current = build;
}

export function currentBuild(): Build {
  if (!current) throw new Error("No build is under way: start it with `npm run build`, `npm start` or `npm run dev`.");
  return current;
}

/** What the templates of the build under way are made from. */
export function prepared(): Prepared {
  return currentBuild().prepared;
}
