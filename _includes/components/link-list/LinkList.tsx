import type { Href, SitePath } from "../../../src/model/urls.ts";

/** A page with the text of links to it. */
export interface NamedPath {
  readonly name: string;
  readonly path: SitePath;
}

interface LinkListProps {
  readonly links: readonly NamedPath[];
  readonly href: Href;
  /** The link that the current page belongs to. */
  readonly current?: SitePath | undefined;
}

/** A list of links to pages of the publication. */
export function LinkList({ links, href, current }: LinkListProps) {
  return (
    <ul>
      {links.map(({ name, path }) => (
        <li>
          <a href={href(path)} aria-current={path === current ? "true" : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
