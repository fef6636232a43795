import { type Xml, xml } from "../xml.ts";
import type { FeedPicture } from "./feed.ts";

/** The namespace that `media:` stands for (Media RSS 1.5.1). */
export const MEDIA = "http://search.yahoo.com/mrss/";

/** An item's picture. An enclosure would need its length in bytes, and is for what is downloaded to be played. */
export function mediaContent(picture: FeedPicture | undefined): Xml {
  if (!picture) return { text: "" };
  const { url, type, widthPx, heightPx, alt, credit } = picture;
  return xml`<media:content url="${url}" type="${type}" medium="image" width="${String(widthPx)}" height="${String(heightPx)}"><media:description type="plain">${alt}</media:description><media:credit>${credit}</media:credit></media:content>
`;
}
