import type { PublishedImage } from "../../../src/model/images.ts";
import type { PictureSource } from "../../../src/model/picture.ts";
import type { Href } from "../../../src/model/urls.ts";

/** How wide a picture is shown, for `sizes`: by the place it stands in. */
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
  /** Instead of the picture's own; empty where the text beside it says the same. */
  readonly alt?: string | undefined;
  /** The picture that a page opens with: fetched at once and before others. */
  readonly first?: boolean;
}

/** A picture in the encodings that were made of it. Its size is declared, so that nothing moves when it arrives. */
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

/** Where a crop keeps to, as one of nine names that the stylesheet knows: styles are not written into pages. */
function focusName([x, y]: readonly [number, number]): string {
  const third = (fraction: number, names: readonly [string, string, string]): string =>
    names[Math.min(2, Math.floor(fraction * 3)) as 0 | 1 | 2];
  return `${third(y, ["top", "center", "bottom"])} ${third(x, ["left", "center", "right"])}`;
}
