import { OFFLINE } from "../../newsroom/addresses.ts";
import { publicationRoot } from "../publication-root.ts";
import { keptTime } from "./kept-date.ts";

/** Says above a page that it is a copy, and from when, and warns of figures that will have moved since. */
export function showPageAge(kept: Date): void {
  const bar = document.createElement("div");
  bar.className = "page-age";
  bar.role = "status";
  document.querySelector(".masthead")?.before(bar);
  const reason = navigator.onLine ? "The network gave no answer" : "You are offline";
  const words = document.createElement("p");
  words.className = "wrap";
  words.append(`${reason}: this page was kept on `, keptTime(kept), ". ", linkToKept());
  // A region has to be there before what it says is, to be read out.
  requestAnimationFrame(() => bar.append(words));
  document.querySelector(".market-strip")?.append(warning("wrap"));
  document.querySelector(".market-board")?.before(warning(""));
}

function linkToKept(): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = new URL(`.${OFFLINE}`, publicationRoot).href;
  link.textContent = "What can be read offline";
  return link;
}

function warning(place: string): HTMLElement {
  const words = document.createElement("p");
  words.className = `may-have-changed ${place}`.trim();
  words.textContent = "Figures may have changed since then.";
  return words;
}
