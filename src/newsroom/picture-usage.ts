import type { SitePath } from "./addresses.ts";
import type { Body } from "./body.ts";
import type { Catalog } from "./catalog.ts";
import type { StandingPage } from "./standing-page.ts";

/** A page that shows a picture. */
export interface PictureUse {
  readonly path: SitePath;
  readonly title: string;
}

/** The pictures that published pages show, each with these pages, in order of name. Pictures of nothing published are not in it. */
export function pictureUsage(catalog: Catalog, pages: readonly StandingPage[]): ReadonlyMap<string, readonly PictureUse[]> {
  const usage = new Map<string, PictureUse[]>();
  const use = (names: Iterable<string>, { path, title }: PictureUse): void => {
    for (const name of new Set(names)) {
      const uses = usage.get(name);
      if (uses) uses.push({ path, title });
      else usage.set(name, [{ path, title }]);
    }
  };
  for (const article of catalog.articles) {
    use([...(article.picture ? [article.picture.name] : []), ...figuresOf(article.body)], article);
  }
  for (const page of pages) use(figuresOf(page.body), page);
  return new Map([...usage].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function figuresOf(body: Body): readonly string[] {
  return body.flatMap((block) => (block.kind === "figure" ? [block.picture] : []));
}
