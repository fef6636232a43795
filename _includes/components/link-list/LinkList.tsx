import type { Href, SitePath } from "../../../src/model/urls.ts";

/** A page by the name that a link to it has. */
export interface NamedPath {
  readonly name: string;
  readonly path: SitePath;
}

interface LinkListProps {
  readonly links: readonly NamedPath[];
  readonly href: Href;
  /** The one that the page being read belongs to. */
  readonly current?: SitePath | undefined;
}

/** Links to pages of the publication. */
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
