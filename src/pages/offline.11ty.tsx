import { KeptPages } from "../../_includes/components/offline/KeptPages.tsx";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, placeOf } from "../../_includes/layouts/place.ts";
import { OFFLINE } from "../newsroom/addresses.ts";

export const data = { permalink: OFFLINE, eleventyExcludeFromCollections: true };

const DESCRIPTION = {
  kept: "What you have read here stays on your device, to be read again without a connection.",
  retired: "Reading offline is switched off for now.",
};

/** With scripts a list of what the device holds; without them how it comes to hold anything. */
export default function Offline(global: GlobalData) {
  const place = placeOf(global, OFFLINE);
  const { site, assets } = place;
  const description = assets.keepsOffline ? DESCRIPTION.kept : DESCRIPTION.retired;
  return (
    <Page place={place} title="Read offline" description={description} crumbs={[]}>
      <header class="listing-head">
        <h1>Read offline</h1>
        <p>{description}</p>
      </header>
      {assets.keepsOffline ? (
        <>
          <KeptPages publication={site.name} />
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
          There is nothing to switch on. A few seconds after your first page, the browser begins to keep {name}: every page that
          you open from then on, with its pictures. With a connection you always get the page as it is now. Without one, or where
          it does not answer in time, you get the copy that was kept, and a line above it says from when it is.
        </p>
        <p>
          The front page and the search are kept too; the search finds what it has loaded before. Figures of the markets are those
          of the day when the page was kept. The oldest copies make room for new ones, and your browser may remove all of them
          when the device runs out of space.
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
