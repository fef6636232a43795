import type { PublishedImage } from "../../model/images.ts";
import type { Href } from "../../model/urls.ts";
import type { FeedPicture } from "./feed.ts";

/**
 * A picture in one file that every reader can show: the widest of the format that every browser knows.
 *
 * @param alt instead of the picture's own
 * @param href gives absolute addresses
 */
export function feedPicture(picture: PublishedImage, alt: string | undefined, href: Href): FeedPicture | undefined {
  const { fallback, widthPx, heightPx, credit } = picture;
  const widest = fallback.files.at(-1);
  return (
    widest && {
      url: href(widest.path),
      type: fallback.type,
      widthPx: widest.widthPx,
      heightPx: Math.round((heightPx * widest.widthPx) / widthPx),
      alt: alt ?? picture.alt,
      credit,
    }
  );
}
