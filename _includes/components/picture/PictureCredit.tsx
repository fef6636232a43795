import type { PublishedImage } from "../../../src/model/images.ts";
import type { Href } from "../../../src/model/urls.ts";
import { Picture } from "./Picture.tsx";

/** Pages listed below a picture. A limit, since an often used picture would fill the page, and change it with every story. */
const MAX_USES = 8;

/** A picture on the page of credits, with its maker, licence, source, and the pages that show it. */
export function PictureCredit({ picture, href }: { picture: PublishedImage; href: Href }) {
  return (
    <li id={picture.name}>
      <Picture picture={picture} href={href} as="thumbnail" />
      <dl>
        <div>
          <dt>Credit</dt>
          <dd>{picture.credit}</dd>
        </div>
        <div>
          <dt>Licence</dt>
          <dd>{picture.licence}</dd>
        </div>
        <div>
          <dt>Source</dt>
          <dd>
            {picture.source === "own work" ? (
              "Own work"
            ) : (
              <a href={picture.source} rel="noopener">
                {picture.source}
              </a>
            )}
          </dd>
        </div>
        <div>
          <dt>Shown in</dt>
          <dd>
            {picture.uses.slice(0, MAX_USES).map(({ path, title }) => (
              <a href={href(path)}>{title}</a>
            ))}
            {picture.uses.length > MAX_USES && <span>and {picture.uses.length - MAX_USES} more</span>}
          </dd>
        </div>
      </dl>
    </li>
  );
}
