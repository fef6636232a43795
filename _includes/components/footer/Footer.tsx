import type { DateTime } from "luxon";
import { FEEDS, OPEN_DATA, PICTURE_CREDITS } from "../../../src/model/urls.ts";
import type { PageContext } from "../../page-context.ts";
import { Time } from "../date/Time.tsx";
import { LinkList, type NamedPath } from "../link-list/LinkList.tsx";
import {
  authors,
  corrections,
  newsletter,
  offline,
  search,
  sectionLinks,
  staticPageLinks,
  takeAlong,
  topics,
} from "../link-list/site-links.ts";

const feeds: NamedPath = { name: "Feeds", path: FEEDS };
const credits: NamedPath = { name: "Picture credits", path: PICTURE_CREDITS };
const openData: NamedPath = { name: "Open data", path: OPEN_DATA };

interface FooterProps {
  readonly context: PageContext;
  /** The date of the edition: for the front page only, since every other page must outlast its edition. */
  readonly edition?: DateTime | undefined;
}

/** The foot of every page. */
export function Footer({ context: { site, staticPages, assets, href }, edition }: FooterProps) {
  const reading = [topics, authors, search, newsletter, ...(site.address ? [feeds] : []), offline];
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
        <LinkList links={sectionLinks(site)} href={href} />
        <LinkList links={assets.keepsOffline ? [...reading, takeAlong] : reading} href={href} />
        <LinkList links={[...staticPageLinks(staticPages), corrections, credits, openData]} href={href} />
      </div>
    </footer>
  );
}
