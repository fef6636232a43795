import { isModalOpen, openOnClick } from "../dialogs.ts";

/**
 * Enables search: immediately on its own page, elsewhere as a dialog that the link in the page header or Ctrl+K (⌘K) opens.
 * The dialog's code is loaded on hover or focus. If that fails, the link leads to the search page.
 */
export function enableSearch(): void {
  const page = document.querySelector<HTMLElement>("#search_page");
  const link = document.querySelector<HTMLAnchorElement>('a[data-opens="search"]');
  const open = page ? startPage(page) : prepareDialog(link);
  if (link) {
    link.ariaKeyShortcuts = "Control+K Meta+K";
    openOnClick(link, open);
  }
  addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (key.toLowerCase() !== "k" || ctrlKey === metaKey || shiftKey || altKey || isModalOpen()) return;
    event.preventDefault();
    open();
  });
}

function prepareDialog(link: HTMLAnchorElement | null): () => void {
  const load = () => import("./search-dialog.tsx");
  for (const interest of ["pointerenter", "focus"]) link?.addEventListener(interest, () => void load(), { once: true });
  return () => {
    load().then(
      ({ openSearchDialog }) => isModalOpen() || openSearchDialog(),
      () => link && location.assign(link.href),
    );
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
