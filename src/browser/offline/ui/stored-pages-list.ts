import { megabytes } from "../../../../_includes/components/offline/edition-words.ts";
import { OFFLINE } from "../../../model/urls.ts";
import { publicationRoot } from "../../publication-root.ts";
import { deleteKept, type Kept, type KeptPage, readKept } from "../store/stored-pages.ts";
import { editions, troubleWithEditions } from "./editions.ts";
import { linkTo } from "./link-to.ts";
import { keptTime } from "./stored-date.ts";

const WORDS = {
  unsupported:
    "Here the browser keeps nothing: it may be an old one, the window private, storage refused or the connection not secure.",
  empty: "Nothing is kept yet. Stay on a page for a few seconds; every page that you open from then on is kept.",
  deleted: "All that was kept is deleted. What you read from now on is kept again.",
  undeleted: "That could not be deleted. Your browser’s settings can delete the data of this site.",
} as const;

/**
 * Lists on the page about reading offline what the device holds.
 *
 * @param place has a status, a list and a button; it is not to be seen before
 */
export async function showKeptPages(place: HTMLElement): Promise<void> {
  showAsked(place);
  await fill(place);
  place.hidden = false;
}

async function fill(place: HTMLElement): Promise<void> {
  if (!("serviceWorker" in navigator && "caches" in globalThis)) say(place, WORDS.unsupported);
  else {
    try {
      show(place, await readKept());
    } catch {
      say(place, WORDS.unsupported);
    }
  }
}

/** Whoever asked for a page that is not kept was led here, with its path below the root in the address. */
function showAsked(place: HTMLElement): void {
  const words = place.querySelector<HTMLElement>(".kept-asked");
  const path = new URLSearchParams(location.search).get("for");
  if (!words || path === null || !URL.canParse(path, publicationRoot)) return;
  const { href, pathname } = new URL(path, publicationRoot);
  // An address may have been written by anyone: nothing but a page of this publication is linked.
  if (!href.startsWith(publicationRoot.href) || pathname.endsWith(OFFLINE)) return;
  const again = linkTo(href, "Try again");
  const told = document.createElement("strong");
  told.textContent = "This page is not kept on this device:";
  words.replaceChildren(told, ` ${pathname} · `, again);
  words.hidden = false;
}

function show(place: HTMLElement, { pages, bytes }: Kept): void {
  const language = document.documentElement.lang;
  const publication = place.dataset.publication ?? "";
  const button = place.querySelector("button");
  place.querySelector("ol")?.replaceChildren(...pages.map((page) => listed(page, publication)));
  say(place, pages.length === 0 ? WORDS.empty : summary(pages.length, bytes, language));
  if (!button) return;
  button.hidden = pages.length === 0;
  button.onclick = () => void empty(place, button);
}

async function empty(place: HTMLElement, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  try {
    // So that no page goes on with a save, and all see that the edition is gone. Its store is deleted with the rest.
    if (troubleWithEditions() === undefined) await editions().delete().catch(nothing);
    await deleteKept();
    place.querySelector("ol")?.replaceChildren();
    button.hidden = true;
    say(place, WORDS.deleted);
    focusHeading(place);
  } catch {
    say(place, WORDS.undeleted);
  }
  button.disabled = false;
}

/** The button is gone, and the keyboard must not begin at the top of the page again. */
function focusHeading(place: HTMLElement): void {
  const heading = place.querySelector<HTMLElement>("h2");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}

function listed({ address, title, keptAtMs }: KeptPage, publication: string): HTMLLIElement {
  const item = document.createElement("li");
  const signature = ` | ${publication}`;
  const name = title.endsWith(signature) ? title.slice(0, -signature.length) : title;
  item.append(linkTo(address, name), keptTime(new Date(keptAtMs)));
  return item;
}

/** `12 pages, 3.4 MB in all, the newest first` */
function summary(count: number, bytes: number, language: string): string {
  const pages = count === 1 ? "1 page" : `${count.toLocaleString(language)} pages`;
  return `${pages}, ${megabytes(bytes, language)} in all, the newest first.`;
}

function say(place: HTMLElement, words: string): void {
  const status = place.querySelector("[role=status]");
  if (status) status.textContent = words;
}

function nothing(): void {}
