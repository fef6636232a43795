import { Picture } from "../../_includes/components/picture/Picture.tsx";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, placeOf } from "../../_includes/layouts/place.ts";
import { PICTURE_CREDITS } from "../newsroom/addresses.ts";

export const data = { permalink: PICTURE_CREDITS, eleventyExcludeFromCollections: true };

export default function PictureCredits(global: GlobalData) {
  const place = placeOf(global, PICTURE_CREDITS);
  const { href } = place;
  return (
    <Page
      place={place}
      title="Picture credits"
      description="Every picture with its maker, its licence, its source and where it is shown."
      crumbs={[]}
    >
      <header class="listing-head">
        <h1>Picture credits</h1>
        <p>Every picture with its maker, its licence, its source and where it is shown.</p>
      </header>
      <ul class="credits">
        {[...global.gallery.values()].map((picture) => (
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
                  {picture.uses.map(({ path, title }) => (
                    <a href={href(path)}>{title}</a>
                  ))}
                </dd>
              </div>
            </dl>
          </li>
        ))}
      </ul>
    </Page>
  );
}
