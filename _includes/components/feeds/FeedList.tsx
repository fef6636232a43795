import { FEED_FORMATS, feedPath, type Href } from "../../../src/model/urls.ts";
import type { NamedPath } from "../link-list/LinkList.tsx";

interface FeedListProps {
  readonly title: string;
  readonly listings: readonly NamedPath[];
  readonly href: Href;
}

/** Listings with links to their feeds in every format. */
export function FeedList({ title, listings, href }: FeedListProps) {
  if (listings.length === 0) return null;
  const id = `feeds_${title.toLowerCase().replaceAll(" ", "_")}`;
  return (
    <section class="block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="feed-list">
        {listings.map(({ name, path }) => (
          <li>
            <a href={href(path)}>{name}</a>
            <span class="feed-formats">
              {FEED_FORMATS.map((format) => (
                <a href={href(feedPath(path, format))} type={format.type}>
                  {format.name}
                  <span class="visually-hidden">: {name}</span>
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
