import type { ImageObject } from "schema-dts";
import type { PublishedImage } from "../../model/images.ts";
import type { SocialCard } from "../../model/social-card.ts";
import { FRONT, PICTURE_CREDITS } from "../../model/urls.ts";
import type { Whole } from "./described-page.ts";
import { licenceDeed } from "./licence-deed.ts";
import { publisher } from "./publication.ts";

/** A picture made for use elsewhere. */
export function shareObject({ path, widthPx, heightPx }: SocialCard, { href }: Whole): ImageObject {
  return { "@type": "ImageObject", url: href(path), width: pixels(widthPx), height: pixels(heightPx) };
}

/**
 * A picture as a page shows it, with whose it is and on what terms it may be used: what Google asks of licensable images
 * (https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata).
 */
export function pictureObject(picture: PublishedImage, caption: string | undefined, whole: Whole): ImageObject {
  const { fallback, widthPx, heightPx, credit, licence } = picture;
  const file = fallback.files.at(-1);
  const shown = file?.widthPx ?? widthPx;
  const deed = licenceDeed(licence);
  const terms = termsPage(picture, whole, deed !== undefined);
  return {
    "@type": "ImageObject",
    contentUrl: whole.href(file?.path ?? FRONT),
    width: pixels(shown),
    height: pixels(Math.round((shown * heightPx) / widthPx)),
    ...(caption && { caption }),
    creditText: credit,
    ...(isOurs(credit, whole) && { creator: publisher(whole) }),
    copyrightNotice: `${credit}. ${licence}`,
    ...(deed && { license: deed }),
    ...(terms && { acquireLicensePage: terms }),
  };
}

/** Whether a credit names the publication first: `EconoTimes`, or `EconoTimes, map data Natural Earth`. */
function isOurs(credit: string, { site: { name } }: Whole): boolean {
  return credit === name || credit.startsWith(`${name},`);
}

/** A length as https://schema.org/Distance has it: a number and its unit. */
function pixels(count: number): string {
  return `${count} px`;
}

/** Where one learns how to use a picture: at its source, or for an own one under an open licence among the credits. */
function termsPage({ source, name }: PublishedImage, { href }: Whole, isOpen: boolean): string | undefined {
  if (source !== "own work") return source;
  return isOpen ? `${href(PICTURE_CREDITS)}#${name}` : undefined;
}
