import { DownloadPlaceholder } from "../../_includes/components/offline/DownloadPanel.tsx";
import { StoredPages } from "../../_includes/components/offline/StoredPages.tsx";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import { OFFLINE } from "../model/fixed-pages.ts";

export const data = { permalink: OFFLINE, eleventyExcludeFromCollections: true };

const DESCRIPTION = {
  enabled: "What you have read here stays on your device, and whole editions can be taken along.",
  disabled: "Reading offline is switched off for now.",
};

/** What is stored on the device, which a script lists, and how reading offline works. */
export default function Offline(global: GlobalData) {
  const context = pageContext(global, OFFLINE);
  const { site, assets } = context;
  const description = assets.isOfflineEnabled ? DESCRIPTION.enabled : DESCRIPTION.disabled;
  return (
    <Page context={context} title="Read offline" description={description} crumbs={[]}>
      <header class="listing-head">
        <h1>Read offline</h1>
        <p>{description}</p>
      </header>
      {assets.isOfflineEnabled ? (
        <>
          <DownloadPlaceholder name={site.name} />
          <StoredPages publication={site.name} />
          <HowItWorks name={site.name} />
        </>
      ) : (
        <p>Nothing is kept on your device any more: your browser deletes what it had kept as soon as you visit any page.</p>
      )}
    </Page>
  );
}

function HowItWorks({ name }: { name: string }) {
  return (
    <section class="block" aria-labelledby="how_it_works">
      <h2 id="how_it_works">How it works</h2>
      <div class="prose offline-words">
        <p>
          What you read is kept by itself. A few seconds after your first page, the browser begins to keep {name}: every page that
          you open from then on, with its pictures, the front page and the search. With a connection you always get the page as it
          is now. Without one, or where it does not answer in time, you get the copy on your device, and a line above it says of
          which edition it is. Figures of the markets are those of that day.
        </p>
        <p>
          What you take along is kept because you ask for it: all of an edition, what is new this month, a section or a year, with
          pictures or without. It goes on where it stopped if the line is lost or the window closed, and every file is checked
          against the edition. The search finds every story of it. When a newer edition is ready, you are told, and an update
          fetches only what has changed; until all of it is there, you read the one before. One edition or part is kept at a time.
        </p>
        <p>
          Of the pages read before, the oldest make room for new ones, and your browser may remove all of them when the device
          runs out of space. For an edition, the browser is asked not to. “Delete what is kept” deletes everything, the edition
          too; “Delete this edition” deletes that alone.
        </p>
        <p>
          What is kept stays on this device: nobody is told what you have read. It takes a browser with scripts allowed and a
          secure connection. Private windows keep nothing, or nothing for long.
        </p>
        <p>
          Most browsers can also put {name} among the apps of your device. Look for “Install” or “Add to Home Screen” in the menu.
        </p>
      </div>
    </section>
  );
}
