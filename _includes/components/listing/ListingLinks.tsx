import type { Listing } from "../../../src/model/catalog.ts";
import type { Href } from "../../../src/model/urls.ts";

/** An index of listings, such as all topics, with what each is about and how many stories it holds. */
export function ListingLinks({ listings, href }: { listings: readonly Listing[]; href: Href }) {
  return (
    <ul class="listing-links">
      {listings.map(({ name, path, description, articles }) => (
        <li>
          <a href={href(path)}>{name}</a> <span class="count">{articles.length}</span>
          <p>{description}</p>
        </li>
      ))}
    </ul>
  );
}
