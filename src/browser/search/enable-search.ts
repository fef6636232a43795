/**
 * Makes the search work: on its page at once, elsewhere when a reader asks for it in the head of the page or by Ctrl+K, on
 * Apple's keyboards ⌘K. Its code is fetched on the first sign of interest. Where that fails, the search page serves as it is.
 */
export function enableSearch(): void {
  const page = document.querySelector<HTMLElement>("#search_page");
  const link = document.querySelector<HTMLAnchorElement>('a[data-opens="search"]');
  const open = page ? startPage(page) : prepareDialog(link);
  if (link) link.ariaKeyShortcuts = "Control+K Meta+K";
  link?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
    if (key.toLowerCase() !== "k" || ctrlKey === metaKey || shiftKey || altKey || isBehindDialog()) return;
    event.preventDefault();
    open();
  });
}

/** Whether a dialog keeps the reader from the page. */
function isBehindDialog(): boolean {
  return document.querySelector("dialog:modal") !== null;
}

function prepareDialog(link: HTMLAnchorElement | null): () => void {
  const load = () => import("./search-dialog.tsx");
  for (const interest of ["pointerenter", "focus"]) link?.addEventListener(interest, () => void load(), { once: true });
  return () => {
    load().then(
      ({ openSearchDialog }) => isBehindDialog() || openSearchDialog(),
      () => link && location.assign(link.href),
    );
  };
}

/** The lists of the page make room for what its address asks for before they are seen, and return where it cannot be had. */
function startPage(page: HTMLElement): () => void {
  const lists = page.querySelector<HTMLElement>("#search_browse");
  if (lists) lists.hidden = location.search !== "";
  import("./search-page.ts").then(
    ({ showSearchPage }) => showSearchPage(page),
    () => {
      if (lists) lists.hidden = false;
      for (const place of page.querySelectorAll(".search-prompt, [role=status]")) {
        place.textContent = "Search could not be loaded. Check the connection and reload the page.";
      }
    },
  );
  return () => page.querySelector("input")?.focus();
}
