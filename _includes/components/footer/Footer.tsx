import type { DateTime } from "luxon";
import { AUTHORS, FEED, NEWSLETTER, PICTURE_CREDITS, SEARCH, sectionPath, TOPICS } from "../../../src/newsroom/addresses.ts";
import type { Place } from "../../layouts/place.ts";
import { Time } from "../date/Time.tsx";

interface FooterProps {
  readonly place: Place;
  /** The date of the edition: for the front page only, since every other page must outlast its edition. */
  readonly edition?: DateTime | undefined;
}

/** The foot of every page. */
export function Footer({ place: { site, standing, href }, edition }: FooterProps) {
  return (
    <footer class="wrap">
      <div class="footer">
        <div>
          <p>
            <b>{site.name}</b>
          </p>
          <p class="quiet">{site.tagline}</p>
          {edition && (
            <p class="quiet">
              Edition of <Time date={edition} as="dateTime" />
            </p>
          )}
        </div>
        <ul>
          {site.sections.map(({ id, name }) => (
            <li>
              <a href={href(sectionPath(id))}>{name}</a>
            </li>
          ))}
        </ul>
        <ul>
          <li>
            <a href={href(TOPICS)}>Topics</a>
          </li>
          <li>
            <a href={href(AUTHORS)}>Authors</a>
          </li>
          <li>
            <a href={href(SEARCH)}>Search</a>
          </li>
          <li>
            <a href={href(NEWSLETTER)}>Newsletter</a>
          </li>
          {site.address && (
            <li>
              <a href={href(FEED)}>Feed</a>
            </li>
          )}
        </ul>
        <ul>
          {standing.map(({ title, path }) => (
            <li>
              <a href={href(path)}>{title}</a>
            </li>
          ))}
          <li>
            <a href={href(PICTURE_CREDITS)}>Picture credits</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
