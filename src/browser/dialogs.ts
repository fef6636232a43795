/** Whether the browser has modal dialogs. In those without, the links that open them lead to pages of their own. */
export function supportsDialogs(): boolean {
  return "showModal" in document.createElement("dialog");
}

/** Closes a dialog on a click on its backdrop, whose clicks have the dialog itself as their target. */
export function enableDialogs(): void {
  document.addEventListener("click", ({ target }) => {
    if (supportsDialogs() && target instanceof HTMLDialogElement) target.close();
  });
}

/** The modal dialog that covers the page. */
export function openModal(): Element | null {
  return document.querySelector("dialog[open]");
}

/** Makes a link open a dialog instead of its page. Clicks with Ctrl, ⌘ or Shift are left to the browser. */
export function openOnClick(link: HTMLAnchorElement, open: () => void): void {
  if (!supportsDialogs()) return;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
}
