import { formatMegabytes } from "../../../../_includes/components/offline/edition-text.ts";
import { OFFLINE } from "../../../model/fixed-pages.ts";
import { pageLanguage } from "../../page-language.ts";
import { publicationRoot } from "../../publication-root.ts";
import { deleteEverythingStored, readStoredPages, type StoredPage, type StoredPages } from "../store/stored-pages.ts";
import { deviceDateElement, linkTo } from "./elements.ts";
import { pageDownload, unsupportedReason } from "./page-download.ts";

const MESSAGES = {
  unsupported:
    "This browser cannot save pages: it may be out of date or blocking storage, this may be a private window, or the connection may not be secure.",
  empty: "No saved pages yet. Stay on a page for a few seconds; every page you open after that is saved.",
  deleted: "Saved pages deleted. Pages you open from now on are saved again.",
  undeleted: "The saved pages could not be deleted. You can delete this site’s data in your browser’s settings.",
} as const;

/**
 * Lists the cached pages on the offline page.
 *
 * @param section contains a status, a list and a button, and is hidden at first
 */
export async function showStoredPages(section: HTMLElement): Promise<void> {
  showMissingPage(section);
  await fill(section);
  section.hidden = false;
}

async function fill(section: HTMLElement): Promise<void> {
  if (!("serviceWorker" in navigator && "caches" in globalThis)) showStatus(section, MESSAGES.unsupported);
  else {
    try {
      show(section, await readStoredPages());
    } catch {
      showStatus(section, MESSAGES.unsupported);
    }
  }
}

/** The worker redirects here from pages that are not stored, with their path in the query. */
function showMissingPage(section: HTMLElement): void {
  const message = section.querySelector<HTMLElement>(".kept-asked");
  const path = new URLSearchParams(location.search).get("for");
  if (!message || path === null || !URL.canParse(path, publicationRoot)) return;
  const { href, pathname } = new URL(path, publicationRoot);
  // The query is untrusted: links lead to pages of this publication only.
  if (!href.startsWith(publicationRoot.href) || pathname.endsWith(OFFLINE)) return;
  const retry = linkTo(href, "Try again");
  const label = document.createElement("strong");
  label.textContent = "This page is not saved on this device:";
  message.replaceChildren(label, ` ${pathname} · `, retry);
  message.hidden = false;
}

function show(section: HTMLElement, { pages, bytes }: StoredPages): void {
  const publication = section.dataset.publication ?? "";
  const button = section.querySelector("button");
  section.querySelector("ol")?.replaceChildren(...pages.map((page) => listItem(page, publication)));
  showStatus(section, pages.length === 0 ? MESSAGES.empty : summary(pages.length, bytes, pageLanguage));
  if (!button) return;
  button.hidden = pages.length === 0;
  button.onclick = () => void deleteAll(section, button);
}

async function deleteAll(section: HTMLElement, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  try {
    // Stops the download in all open pages, and updates them. The database itself is deleted afterwards.
    if (unsupportedReason() === undefined) await pageDownload().delete().catch(ignore);
    await deleteEverythingStored();
    section.querySelector("ol")?.replaceChildren();
    button.hidden = true;
    showStatus(section, MESSAGES.deleted);
    focusHeading(section);
  } catch {
    showStatus(section, MESSAGES.undeleted);
  }
  button.disabled = false;
}

/** The button is gone: without this, keyboard users would start again at the top of the page. */
function focusHeading(section: HTMLElement): void {
  const heading = section.querySelector<HTMLElement>("h2");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}

function listItem({ address, title, storedAtMs }: StoredPage, publication: string): HTMLLIElement {
  const item = document.createElement("li");
  const suffix = ` | ${publication}`;
  const name = title.endsWith(suffix) ? title.slice(0, -suffix.length) : title;
  item.append(linkTo(address, name), deviceDateElement(new Date(storedAtMs)));
  return item;
}

/** `12 pages, 3.4 MB in all, the newest first` */
function summary(count: number, bytes: number, language: string): string {
  const pages = count === 1 ? "1 page" : `${count.toLocaleString(language)} pages`;
  return `${pages}, ${formatMegabytes(bytes, language)} in total, newest first.`;
}

function showStatus(section: HTMLElement, message: string): void {
  const status = section.querySelector("[role=status]");
  if (status) status.textContent = message;
}

function ignore(): void {}
