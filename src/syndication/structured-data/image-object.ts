import type { ImageObject } from "schema-dts";
import { HOME, PICTURE_CREDITS } from "../../model/fixed-pages.ts";
import type { PublishedImage } from "../../model/images.ts";
import type { SocialCard } from "../../model/social-card.ts";
import { licenceUrl } from "../licences.ts";
import type { SiteContext } from "./page-metadata.ts";
import { publisher } from "./publisher.ts";

/** A social card, or a crop of a lead picture. */
export function socialImageObject({ path, widthPx, heightPx }: SocialCard, { href }: SiteContext): ImageObject {
  return { "@type": "ImageObject", url: href(path), width: pixels(widthPx), height: pixels(heightPx) };
}

/**
 * A picture on a page, with the credit and licence that Google's image search shows
 * (https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata).
 */
export function imageObject(picture: PublishedImage, caption: string | undefined, context: SiteContext): ImageObject {
  const { fallback, widthPx, heightPx, credit, licence } = picture;
  const file = fallback.files.at(-1);
  const shown = file?.widthPx ?? widthPx;
  const license = licenceUrl(licence);
  const acquireLicensePage = licensePage(picture, context, license !== undefined);
  return {
    "@type": "ImageObject",
    contentUrl: context.href(file?.path ?? HOME),
    width: pixels(shown),
    height: pixels(Math.round((shown * heightPx) / widthPx)),
    ...(caption && { caption }),
    creditText: credit,
    ...(isOurs(credit, context) && { creator: publisher(context) }),
    copyrightNotice: `${credit}. ${licence}`,
    ...(license && { license }),
    ...(acquireLicensePage && { acquireLicensePage }),
  };
}

/** Whether a credit names the publication first: `EconoTimes`, or `EconoTimes, map data Natural Earth`. */
function isOurs(credit: string, { site: { name } }: SiteContext): boolean {
  return credit === name || credit.startsWith(`${name},`);
}

/** https://schema.org/Distance: a number and its unit. */
function pixels(count: number): string {
  return `${count} px`;
}

/** The page that says how to use a picture: its source, or the credits for our own pictures under an open licence. */
function licensePage({ source, name }: PublishedImage, { href }: SiteContext, isOpen: boolean): string | undefined {
  if (source !== "own work") return source;
  return isOpen ? `${href(PICTURE_CREDITS)}#${name}` : undefined;
}
