import type { Site } from "../../../src/model/site.ts";
import { FEED_FORMATS, FRONT, feedPath, type Href } from "../../../src/model/urls.ts";
import type { NamedPath } from "../link-list/LinkList.tsx";

interface FeedLinksProps {
  /** A listing with feeds of its own. They stand first: a reader takes the first one that it finds (HTML, link type "alternate"). */
  readonly own: NamedPath | undefined;
  readonly site: Site;
  readonly href: Href;
}

/** Leads feed readers to every format of a page's own feed, and of the whole publication's. */
export function FeedLinks({ own, site, href }: FeedLinksProps) {
  const whole = { name: site.name, path: FRONT };
  const listings = own ? [{ name: `${site.name}: ${own.name}`, path: own.path }, whole] : [whole];
  return (
    <>
      {listings.flatMap(({ name, path }) =>
        FEED_FORMATS.map((format) => (
          <link rel="alternate" type={format.type} title={`${name} (${format.name})`} href={href(feedPath(path, format))} />
        )),
      )}
    </>
  );
}
