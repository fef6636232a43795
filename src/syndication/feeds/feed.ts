import type { DateTime } from "luxon";
import type { Assets } from "../../model/assets.ts";
import type { Site } from "../../model/site.ts";
import type { SitePath } from "../../model/urls.ts";

/** A feed, independent of its format. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  /** A permanent identifier: an address. */
  readonly id: SitePath;
  /** The web page with the same content. */
  readonly page: SitePath;
  /** The folder of the feed's files. */
  readonly folder: SitePath;
  /** When the last of its items changed; undefined where nothing has ever been published. */
  readonly updated: DateTime | undefined;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

/** One item of a feed. Its addresses are absolute, those in its content too. */
export interface FeedItem {
  /** A permanent identifier: an address. */
  readonly id: string;
  readonly url: string;
  /** Plain text, as are all texts but `contentHtml`. */
  readonly title: string;
  readonly summary: string;
  readonly contentHtml: string;
  readonly published: DateTime;
  readonly updated: DateTime;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  readonly categories: readonly FeedCategory[];
  readonly picture: FeedPicture | undefined;
}

/** A section or topic. Scheme and term make the address of its listing: `https://…/topics/` and `energy`. */
interface FeedCategory {
  readonly scheme: string;
  readonly term: string;
  readonly label: string;
}

export interface FeedPicture {
  readonly url: string;
  /** Media type, such as `image/jpeg`. */
  readonly type: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly alt: string;
  readonly credit: string;
}

/** What feeds need to know of the publication. */
export interface FeedPublisher {
  readonly site: Pick<Site, "name" | "language" | "webSubHub">;
  /** The publication's own, ending in a slash. */
  readonly address: string;
  readonly assets: Pick<Assets, "feedStylesheet" | "feedIcons">;
}
