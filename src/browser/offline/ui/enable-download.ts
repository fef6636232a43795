import type { LoadedLater } from "./loaded-later.ts";

/**
 * Fills the place where editions are taken along, on the page that has it, and elsewhere opens it over the page where the foot
 * of the page links to it. Its code is fetched then and not before; where that fails, the link leads to the page.
 */
export function enableTakeAlong(later: LoadedLater): void {
  const place = document.querySelector<HTMLElement>("#take_along > div");
  if (place) void later.takeAlong().then(({ showTakeAlong }) => showTakeAlong(place), nothing);
  else for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href$="/#take_along"]')) openOver(link, later);
}

function openOver(link: HTMLAnchorElement, { takeAlongDialog }: LoadedLater): void {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    takeAlongDialog().then(
      ({ openTakeAlongDialog }) => openTakeAlongDialog(),
      () => location.assign(link.href),
    );
  });
}

/** The page has words in its place. */
function nothing(): void {}
