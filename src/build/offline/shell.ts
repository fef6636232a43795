import { isLoadedByPages } from "../../formats/offline/scope-files.ts";
import { FRONT, OFFLINE, SEARCH, type SitePath } from "../../model/urls.ts";
import type { BuiltAssets } from "../assets/build-assets.ts";

/** What a reader needs to find around without a connection. */
export interface Shell {
  readonly files: readonly SitePath[];
  readonly pages: readonly SitePath[];
}

/** The shell of an edition. It names its files, so that the worker changes when one of them does. */
export function shellOf({ files }: Pick<BuiltAssets, "files">): Shell {
  return { files: [...files.keys()].filter((path) => isLoadedByPages(path.slice(1))).sort(), pages: [FRONT, SEARCH, OFFLINE] };
}
