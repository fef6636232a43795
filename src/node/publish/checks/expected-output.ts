import { homedir } from "node:os";
import type { Site } from "../../../model/site.ts";
import type { SitePath } from "../../../model/urls.ts";
import { privateFolders } from "./publishable.ts";

/** What the output is checked against. */
export interface ExpectedOutput {
  /** The site's address; ends in a slash. */
  readonly siteUrl: string | undefined;
  /** The content file of every published story and page. */
  readonly published: ReadonlyMap<SitePath, string>;
  /** The content file of every story and page that must not be published. */
  readonly unpublished: ReadonlyMap<SitePath, string>;
  /** Folders of this machine that no text may mention. */
  readonly privateFolders: readonly string[];
  /** The folders of the content and the market figures. */
  readonly contentFolders: readonly string[];
}

interface WithPath {
  readonly path: SitePath;
}

interface Content {
  /** The content file of every story and page, published or not. */
  readonly sources: ReadonlyMap<SitePath, string>;
  readonly catalog: { readonly articles: readonly WithPath[] };
  readonly pages: readonly WithPath[];
  readonly site: Pick<Site, "address">;
}

/** Derives what the output must and must not have from the content and what is published of it. */
export function expectedOutput(
  { catalog, pages, sources, site }: Content,
  { root, contentFolder, marketsFolder }: Record<"root" | "contentFolder" | "marketsFolder", string>,
): ExpectedOutput {
  const paths = new Set([...catalog.articles, ...pages].map(({ path }) => path));
  const isPublished = ([path]: readonly [SitePath, string]): boolean => paths.has(path);
  return {
    siteUrl: site.address,
    published: new Map([...sources].filter(isPublished)),
    unpublished: new Map([...sources].filter((source) => !isPublished(source))),
    privateFolders: privateFolders([root, contentFolder, homedir()]),
    contentFolders: [contentFolder, marketsFolder],
  };
}
