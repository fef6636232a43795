import type { PublishedImage } from "../../../src/model/images.ts";
import type { PictureSource } from "../../../src/model/picture.ts";
import type { Href } from "../../../src/model/urls.ts";

/** The displayed width of a picture for `sizes`, by layout. */
const SIZES = {
  wide: "(min-width: 66rem) 62rem, 92vw",
  lead: "(min-width: 78rem) 46rem, (min-width: 52rem) 60vw, 92vw",
  column: "(min-width: 44rem) 40rem, 92vw",
  thumbnail: "11rem",
} as const;

interface PictureProps {
  readonly picture: PublishedImage;
  readonly href: Href;
  readonly as: keyof typeof SIZES;
  /** Overrides the picture's own; empty where the text beside it says the same. */
  readonly alt?: string | undefined;
  /** Whether it is the first picture of the page: loaded eagerly with high priority. */
  readonly first?: boolean;
}

/** A picture in all its encodings. It has `width` and `height`, so that the layout does not shift when it loads. */
export function Picture({ picture, href, as, alt = picture.alt, first = false }: PictureProps) {
  const { sources, fallback, widthPx, heightPx, focus } = picture;
  const loading = first ? ({ fetchpriority: "high" } as const) : ({ loading: "lazy", decoding: "async" } as const);
  return (
    <picture>
      {sources.map((source) => (
        <source type={source.type} srcset={srcset(source, href)} sizes={SIZES[as]} />
      ))}
      <img
        src={href(fallback.files[0]?.path ?? "/")}
        srcset={srcset(fallback, href)}
        sizes={SIZES[as]}
        width={widthPx}
        height={heightPx}
        alt={alt}
        data-focus={focus && focusName(focus)}
        {...loading}
      />
    </picture>
  );
}

function srcset({ files }: PictureSource, href: Href): string {
  return files.map(({ path, widthPx }) => `${href(path)} ${widthPx}w`).join(", ");
}

/** The focal point as one of nine names in the stylesheet: the content-security policy forbids inline styles. */
function focusName([x, y]: readonly [number, number]): string {
  const third = (fraction: number, names: readonly [string, string, string]): string =>
    names[Math.min(2, Math.floor(fraction * 3)) as 0 | 1 | 2];
  return `${third(y, ["top", "center", "bottom"])} ${third(x, ["left", "center", "right"])}`;
}
