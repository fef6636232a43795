import type { Body } from "./body.ts";
import type { Catalog } from "./catalog.ts";
import type { Picture, RenderedPicture } from "./picture.ts";
import type { StaticPage } from "./static-page.ts";
import type { SitePath } from "./urls.ts";

/** A picture on a published page: its metadata, its encodings, and the pages that show it. */
export interface PublishedImage extends Picture, RenderedPicture {
  readonly uses: readonly PictureUse[];
}

/** The pictures on all published pages by name, sorted. */
export type Images = ReadonlyMap<string, PublishedImage>;

/** A page that shows a picture. */
export interface PictureUse {
  readonly path: SitePath;
  readonly title: string;
}

/** The names of the pictures on published pages, sorted, each with the pages that show it. */
export function pictureUsage(catalog: Catalog, pages: readonly StaticPage[]): ReadonlyMap<string, readonly PictureUse[]> {
  const usage = new Map<string, PictureUse[]>();
  const use = (names: readonly string[], { path, title }: PictureUse): void => {
    for (const name of names) {
      const uses = usage.get(name);
      if (uses) uses.push({ path, title });
      else usage.set(name, [{ path, title }]);
    }
  };
  for (const article of catalog.articles) use(picturesOf(article), article);
  for (const page of pages) use(picturesOf(page), page);
  return new Map([...usage].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The distinct names of the pictures that a story or page shows, its lead picture first. */
export function picturesOf({ picture, body }: { readonly picture?: { readonly name: string } | undefined; readonly body: Body }) {
  const figures = body.flatMap((block) => (block.kind === "figure" ? [block.picture] : []));
  return [...new Set(picture ? [picture.name, ...figures] : figures)];
}
