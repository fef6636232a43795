import { deviceDay } from "../../../../_includes/components/offline/device-date.ts";
import { formatEditionDay } from "../../../../_includes/components/offline/edition-text.ts";
import type { PageOrigin } from "../../../formats/offline/worker-messages.ts";
import { OFFLINE } from "../../../model/fixed-pages.ts";
import { pageLanguage } from "../../page-language.ts";
import { publicationRoot } from "../../publication-root.ts";
import { deviceTimeElement, linkTo, timeElement } from "./elements.ts";
import { removeMissingImages } from "./missing-images.ts";

/** The origin of a page that comes from the device. */
type CopyOrigin = Exclude<PageOrigin, { from: "network" }>;

/** Shows the date of a page that comes from the device, warns of outdated figures, and removes missing pictures. */
export function showPageAge(origin: CopyOrigin): void {
  const bar = document.createElement("div");
  bar.className = "page-age";
  bar.role = "status";
  document.querySelector(".masthead")?.before(bar);
  const reason = navigator.onLine ? "The site did not respond" : "You’re offline";
  const message = document.createElement("p");
  message.className = "wrap";
  message.append(`${reason}: reading the edition of `, ...ageOf(origin), ". ");
  // The offline page does not link to itself.
  if (!document.querySelector("#kept_pages")) {
    message.append(linkTo(new URL(`.${OFFLINE}`, publicationRoot).href, "Read offline"));
  }
  // A live region is announced only if it exists before its text.
  requestAnimationFrame(() => bar.append(message));
  document.querySelector(".market-strip")?.append(warning("wrap"));
  document.querySelector(".market-board")?.before(warning(""));
  removeMissingImages();
}

function ageOf(origin: CopyOrigin): readonly (string | Node)[] {
  if (origin.from === "edition") {
    const day = timeElement(origin.date.slice(0, 10), formatEditionDay(origin.date, pageLanguage));
    return [day, ", saved on this device"];
  }
  const storedAt = new Date(origin.keptAtMs);
  return [deviceDay(storedAt, pageLanguage), ", saved at ", deviceTimeElement(storedAt)];
}

function warning(className: string): HTMLElement {
  const text = document.createElement("p");
  text.className = `may-have-changed ${className}`.trim();
  text.textContent = "Figures may have changed since then.";
  return text;
}
