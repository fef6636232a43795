import type { Href } from "../../../src/model/urls.ts";
import type { NamedPath } from "../link-list/LinkList.tsx";

/** Links to the pages above this one, from the home page down. */
export function Breadcrumb({ crumbs, href }: { crumbs: readonly NamedPath[]; href: Href }) {
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
