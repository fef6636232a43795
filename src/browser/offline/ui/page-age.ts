import { deviceDay } from "../../../../_includes/components/offline/device-date.ts";
import { editionDay } from "../../../../_includes/components/offline/edition-words.ts";
import type { PageOrigin } from "../../../formats/offline/worker-messages.ts";
import { OFFLINE } from "../../../model/urls.ts";
import { publicationRoot } from "../../publication-root.ts";
import { linkTo } from "./link-to.ts";
import { takeOutPicturesNotKept } from "./missing-images.ts";
import { keptHour, timeElement } from "./stored-date.ts";

/** What a page is a copy of. */
type CopyOrigin = Exclude<PageOrigin, { from: "network" }>;

/** Says above a page of which edition it is, warns of figures that will have moved since, and takes out pictures that are not there. */
export function showPageAge(origin: CopyOrigin): void {
  const bar = document.createElement("div");
  bar.className = "page-age";
  bar.role = "status";
  document.querySelector(".masthead")?.before(bar);
  const reason = navigator.onLine ? "The network gave no answer" : "You are offline";
  const words = document.createElement("p");
  words.className = "wrap";
  words.append(`${reason}: edition of `, ...ageOf(origin), ". ");
  // The page that tells it has no need of the link.
  if (!document.querySelector("#kept_pages")) {
    words.append(linkTo(new URL(`.${OFFLINE}`, publicationRoot).href, "What can be read offline"));
  }
  // A region has to be there before what it says is, to be read out.
  requestAnimationFrame(() => bar.append(words));
  document.querySelector(".market-strip")?.append(warning("wrap"));
  document.querySelector(".market-board")?.before(warning(""));
  takeOutPicturesNotKept();
}

/** A copy of what was read is of the edition of its day. */
function ageOf(origin: CopyOrigin): readonly (string | Node)[] {
  const language = document.documentElement.lang;
  if (origin.from === "edition") {
    const day = timeElement(origin.date.slice(0, 10), editionDay(origin.date, language));
    return [day, ", taken along on this device"];
  }
  const kept = new Date(origin.keptAtMs);
  return [deviceDay(kept, language), ", kept at ", keptHour(kept)];
}

function warning(place: string): HTMLElement {
  const words = document.createElement("p");
  words.className = `may-have-changed ${place}`.trim();
  words.textContent = "Figures may have changed since then.";
  return words;
}
