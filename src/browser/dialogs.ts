/** Closes a dialog on a click on its backdrop, whose clicks have the dialog itself as their target. */
export function enableDialogs(): void {
  document.addEventListener("click", ({ target }) => {
    if (target instanceof HTMLDialogElement) target.close();
  });
}

/** Whether a modal dialog covers the page. */
export function isModalOpen(): boolean {
  return document.querySelector("dialog:modal") !== null;
}

/** Makes a link open a dialog instead of its page. Clicks with Ctrl, ⌘ or Shift are left to the browser. */
export function openOnClick(link: HTMLAnchorElement, open: () => void): void {
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
}
