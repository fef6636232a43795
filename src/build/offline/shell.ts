import { FRONT, OFFLINE, SEARCH, type SitePath } from "../../newsroom/addresses.ts";
import type { BuiltAssets } from "../assets/build-assets.ts";

/** What a reader needs to find around without a connection. */
export interface Shell {
  readonly files: readonly SitePath[];
  readonly pages: readonly SitePath[];
}

/** What pages themselves load; pictures of the publication's sign are for feeds and devices. */
const LOADED_BY_PAGES = /\.(?:js|css|woff2|svg)$/;

/** The shell of an edition. It names its files, so that the worker changes when one of them does. */
export function shellOf({ files, feedStylesheet }: Pick<BuiltAssets, "files" | "feedStylesheet">): Shell {
  const loaded = [...files.keys()].filter((path) => LOADED_BY_PAGES.test(path) && path !== feedStylesheet);
  return { files: loaded.sort(), pages: [FRONT, SEARCH, OFFLINE] };
}
