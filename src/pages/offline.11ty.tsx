import { DownloadPlaceholder } from "../../_includes/components/offline/DownloadPanel.tsx";
import { StoredPages } from "../../_includes/components/offline/StoredPages.tsx";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import { OFFLINE } from "../model/fixed-pages.ts";

export const data = { permalink: OFFLINE, eleventyExcludeFromCollections: true };

const DESCRIPTION = {
  enabled: "Pages you open here are saved on your device. You can also download a whole edition.",
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
        <p>Nothing is saved on your device any more. Your browser deletes what it had saved as soon as you visit any page.</p>
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
          <b>Recently read.</b> A few seconds after your first page, your browser starts to save the pages you open, with their
          pictures, and the home page and search. With a connection you always get the current page. Without one, or if the site
          does not respond, you get the saved copy, with the date of its edition above it. The oldest copies make room for new
          ones, and your browser may delete them when the device runs out of space.
        </p>
        <p>
          <b>Downloads.</b> You can download a whole edition, the newest month, a section or a year, with pictures or without. A
          download resumes after a lost connection or a closed window, and every file is checked. You can search all of it
          offline. When there is a new edition, you can update: only the changes are downloaded, and until they are complete you
          keep reading the old one. One download is saved at a time, and we ask your browser not to delete it by itself.
        </p>
        <p>
          <b>Your data.</b> Saved pages stay on this device, and nobody learns what you have read. “Remove download” deletes the
          download; “Delete saved pages” deletes everything, the download included. Saving needs scripts and a secure connection;
          private windows keep nothing, or not for long.
        </p>
        <p>Most browsers can also install {name} as an app. Look for “Install” or “Add to Home Screen” in the menu.</p>
      </div>
    </section>
  );
}
