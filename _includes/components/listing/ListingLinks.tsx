import type { Listing, MonthArchive } from "../../../src/model/catalog.ts";
import { type Calendar, monthName } from "../../../src/model/dates.ts";
import type { Href } from "../../../src/model/urls.ts";

/** Listings, such as all topics, each with its description and number of stories. */
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

interface MonthLinksProps {
  readonly months: readonly MonthArchive[];
  readonly calendar: Calendar;
  readonly href: Href;
  readonly title: string;
  readonly id: string;
}

/** The month archives of a listing by year, each with its number of stories. */
export function MonthLinks({ months, calendar, href, title, id }: MonthLinksProps) {
  if (months.length === 0) return null;
  return (
    <section class="block months" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <dl>
        {[...Map.groupBy(months, ({ year }) => year)].map(([year, ofYear]) => (
          <div>
            <dt>{year}</dt>
            <dd>
              <ul>
                {ofYear.map((archive) => (
                  <li>
                    <a href={href(archive.path)}>{monthName(archive, calendar).replace(String(year), "").trim()}</a>{" "}
                    <span class="count">{archive.articles.length}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
