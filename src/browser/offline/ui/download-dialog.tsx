import { render } from "preact";
import { CloseButton } from "../../../../_includes/components/dialog/CloseButton.tsx";
import { showDownloadPanel } from "./download-panel.tsx";

let dialog: HTMLDialogElement | undefined;

/** Opens the download panel in a dialog. */
export function openDownloadDialog(): void {
  dialog ??= createDialog();
  dialog.showModal();
}

function createDialog(): HTMLDialogElement {
  const element = document.createElement("dialog");
  element.id = "take_along_dialog";
  element.className = "dialog take-along";
  element.setAttribute("aria-labelledby", "take_along_title");
  render(
    <>
      <CloseButton />
      <h2 id="take_along_title">Save for offline</h2>
      <div />
    </>,
    element,
  );
  document.body.append(element);
  const container = element.querySelector<HTMLElement>(":scope > div");
  if (container) void showDownloadPanel(container);
  return element;
}
