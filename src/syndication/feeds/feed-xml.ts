import { hrefFrom, type SitePath } from "../../model/urls.ts";
import { type Xml, xml } from "../xml.ts";
import type { FeedPicture } from "./feed.ts";

/** The XML namespace of the prefix `media:` (Media RSS 1.5.1). */
export const MEDIA_RSS = "http://search.yahoo.com/mrss/";

/**
 * An item's picture in Media RSS. Not an enclosure: that would need its length in bytes, and is for podcasts and the like.
 */
export function mediaContent(picture: FeedPicture | undefined): Xml {
  if (!picture) return { text: "" };
  const { url, type, widthPx, heightPx, alt, credit } = picture;
  return xml`<media:content url="${url}" type="${type}" medium="image" width="${String(widthPx)}" height="${String(heightPx)}"><media:description type="plain">${alt}</media:description><media:credit>${credit}</media:credit></media:content>
`;
}

/** The stylesheet with which browsers show a feed (Associating Style Sheets with XML 1.0), as a relative link. */
export function stylesheetLink(feed: SitePath, stylesheet: SitePath): Xml {
  return xml`<?xml-stylesheet type="text/css" href="${hrefFrom(feed)(stylesheet)}"?>`;
}
