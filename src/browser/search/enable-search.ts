/**
 * Makes the search work: on its page at once, elsewhere when a reader asks for it. Its code is fetched on the first sign
 * of interest. Where that fails, the link in the head of the page leads to the search page as it stands.
 */
export function enableSearch(): void {
  const load = () => import("./search-view.tsx");
  const page = document.querySelector<HTMLElement>("#search_page");
  if (page) {
    load().then(
      ({ showSearchPage }) => showSearchPage(page),
      () => sayFailure(page),
    );
  }

  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-opens="search"]')) {
    for (const interest of ["pointerenter", "focus"]) link.addEventListener(interest, () => void load(), { once: true });
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const input = page?.querySelector("input");
      if (input) return input.focus();
      load().then(
        ({ openSearchDialog }) => openSearchDialog(link.href),
        () => location.assign(link.href),
      );
    });
  }
}

function sayFailure(page: HTMLElement): void {
  const status = page.querySelector("[role=status]");
  if (status) status.textContent = "The search could not be loaded. Check the connection and reload the page.";
}
