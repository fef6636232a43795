import { enableSchemeControls } from "./colour-scheme.ts";
import { enableDialogs } from "./dialogs.ts";
import { enableMenu } from "./menu.ts";
import { enableNewsletterDialog, enableNewsletterForms } from "./newsletter.ts";
import { enableOffline } from "./offline/ui/enable-offline.ts";
import { pageLanguage } from "./page-language.ts";
import { startRelativeTimes } from "./relative-times.ts";
import { enableSearch } from "./search/enable-search.ts";
import { enableSortableTables } from "./sortable-tables.ts";

enableMenu();
enableSchemeControls();
enableDialogs();
enableNewsletterDialog();
enableNewsletterForms();
enableSearch();
enableHighlights();
enableCharts();
enableSortableTables();
enableOffline(startRelativeTimes(pageLanguage));

/** Highlights search terms in a story where its address asks for it (`?mark=`). Nothing is loaded for other addresses. */
function enableHighlights(): void {
  if (!/[?&]mark=/.test(location.search)) return;
  import("./highlights/highlight-matches.ts").then(
    ({ highlightMatches }) => highlightMatches(),
    () => {}, // The story is readable without.
  );
}

/** Makes charts explorable. Nothing is loaded for pages without one. */
function enableCharts(): void {
  if (!document.querySelector("market-chart")) return;
  import("./charts/market-chart.ts").then(
    ({ MarketChart }) => customElements.define("market-chart", MarketChart),
    () => {}, // The chart is drawn already, and its figures are in a table.
  );
}
