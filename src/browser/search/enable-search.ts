import { openModal, openOnClick, supportsDialogs } from "../dialogs.ts";
import { createSearchDialog, SEARCH_DIALOG_ID, showSearchDialog } from "./dialog-element.ts";
import type { SearchDialog } from "./search-dialog.tsx";

/**
 * Enables search: immediately on its own page, elsewhere as a dialog that the link in the page header or Ctrl+K (⌘K) opens.
 * In browsers without dialogs they lead to the search page.
 */
export function enableSearch(): void {
  const page = document.querySelector<HTMLElement>("#search_page");
  const link = document.querySelector<HTMLAnchorElement>('a[data-opens="search"]');
  const open = page ? startPage(page) : link && prepareDialog(link);
  if (!open) return;
  if (link) {
    link.ariaKeyShortcuts = "Control+K Meta+K";
    openOnClick(link, open);
  }
  addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (key.toLowerCase() !== "k" || ctrlKey === metaKey || shiftKey || altKey) return;
    const modal = openModal();
    if (modal && modal.id !== SEARCH_DIALOG_ID) return;
    // Also while the dialog is open: the browser would move the focus to its own search field.
    event.preventDefault();
    if (!event.repeat) open();
  });
}

/**
 * The dialog is shown at once. The code of its suggestions is loaded on hover or focus; without it, the field leads to the search
 * page.
 */
function prepareDialog(link: HTMLAnchorElement): () => void {
  if (!supportsDialogs()) return () => location.assign(link.href);
  let dialog: HTMLDialogElement | undefined;
  let suggestions: SearchDialog | undefined;
  const load = () => import("./search-dialog.tsx");
  for (const interest of ["pointerenter", "focus"]) link.addEventListener(interest, () => load().catch(ignore), { once: true });
  return () => {
    dialog ??= createSearchDialog(link.href);
    const opened = dialog;
    showSearchDialog(opened);
    load().then((module) => {
      suggestions ??= new module.SearchDialog(opened);
      suggestions.start();
    }, ignore);
  };
}

/** Hides the lists of the page before it is painted if its address has a search, and shows them again if search fails to load. */
function startPage(page: HTMLElement): () => void {
  const lists = page.querySelector<HTMLElement>("#search_browse");
  if (lists) lists.hidden = location.search !== "";
  import("./search-page.ts").then(
    ({ showSearchPage }) => showSearchPage(page),
    () => {
      if (lists) lists.hidden = false;
      for (const element of page.querySelectorAll(".search-prompt, [role=status]")) {
        element.textContent = "Search could not be loaded. Check the connection and reload the page.";
      }
    },
  );
  return () => page.querySelector("input")?.focus();
}

function ignore(): void {}
