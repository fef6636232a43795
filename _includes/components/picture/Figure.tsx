import type { PublishedImage } from "../../../src/model/images.ts";
import type { Href } from "../../../src/model/urls.ts";
import { Picture } from "./Picture.tsx";

interface FigureProps {
  readonly picture: PublishedImage;
  readonly href: Href;
  readonly as: "wide" | "column";
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly first?: boolean;
}

/** A picture with its caption, credit and licence. */
export function Figure({ picture, href, as, alt, caption = picture.caption, first = false }: FigureProps) {
  return (
    <figure class={`figure ${as}`}>
      <Picture picture={picture} href={href} as={as} alt={alt} first={first} />
      <figcaption>
        {caption && `${caption} `}
        <span class="credit">
          {picture.credit}. {picture.licence}
        </span>
      </figcaption>
    </figure>
  );
}
