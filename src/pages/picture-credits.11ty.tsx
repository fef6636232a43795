import { PictureCredit } from "../../_includes/components/picture/PictureCredit.tsx";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import { PICTURE_CREDITS } from "../model/fixed-pages.ts";
import { LICENCES } from "../model/urls.ts";

export const data = { permalink: PICTURE_CREDITS, eleventyExcludeFromCollections: true };

const DESCRIPTION = "Every picture with its maker, its licence, its source and where it is shown.";

export default function PictureCredits(global: GlobalData) {
  const context = pageContext(global, PICTURE_CREDITS);
  return (
    <Page context={context} title="Picture credits" description={DESCRIPTION} crumbs={[]}>
      <header class="listing-head">
        <h1>Picture credits</h1>
        <p>
          {DESCRIPTION} The fonts and programs that the site is made with have their licences in{" "}
          <a href={context.href(LICENCES)}>a list of their own</a>.
        </p>
      </header>
      <ul class="credits">
        {[...global.images.values()].map((picture) => (
          <PictureCredit picture={picture} href={context.href} />
        ))}
      </ul>
    </Page>
  );
}
