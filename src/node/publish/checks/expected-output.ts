import { homedir } from "node:os";
import type { Site } from "../../../model/site.ts";
import type { SitePath } from "../../../model/urls.ts";
import { tellingFolders } from "./private-text.ts";

/** What the output is held against. */
export interface ExpectedOutput {
  /** The site's address, which ends in a slash. */
  readonly address: string | undefined;
  /** The files that published stories and pages are written in. */
  readonly published: ReadonlyMap<SitePath, string>;
  /** The files of those that are not to be published. */
  readonly unpublished: ReadonlyMap<SitePath, string>;
  /** Folders of this machine that no text may name. */
  readonly privateFolders: readonly string[];
}

interface Placed {
  readonly path: SitePath;
}

interface Composed {
  /** The files of all stories and pages by address, published or not. */
  readonly sources: ReadonlyMap<SitePath, string>;
  readonly catalog: { readonly articles: readonly Placed[] };
  readonly pages: readonly Placed[];
  readonly site: Pick<Site, "address">;
}

/** What follows for the output from what was written and what is published of it. */
export function expectedOutput(
  { catalog, pages, sources, site }: Composed,
  { root, contentFolder }: { readonly root: string; readonly contentFolder: string },
): ExpectedOutput {
  const paths = new Set([...catalog.articles, ...pages].map(({ path }) => path));
  const isPublished = ([path]: readonly [SitePath, string]): boolean => paths.has(path);
  return {
    address: site.address,
    published: new Map([...sources].filter(isPublished)),
    unpublished: new Map([...sources].filter((source) => !isPublished(source))),
    privateFolders: tellingFolders([root, contentFolder, homedir()]),
  };
}
