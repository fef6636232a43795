import type { Href, SitePath } from "../../../src/newsroom/addresses.ts";

/** A page above the one being read. */
export interface Crumb {
  readonly name: string;
  readonly path: SitePath;
}

/** The way from the front page to here; the page itself is left to its headline. */
export function Breadcrumb({ crumbs, href }: { crumbs: readonly Crumb[]; href: Href }) {
  return (
    <nav class="breadcrumb" aria-label="Breadcrumb">
      <ol>
        {crumbs.map(({ name, path }) => (
          <li>
            <a href={href(path)}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
