import { render } from "preact";
import { CloseButton } from "../../../../_includes/components/dialog/CloseButton.tsx";
import { showTakeAlong } from "./download-panel.tsx";

let dialog: HTMLDialogElement | undefined;

/** Opens over the page what lets readers take editions along. */
export async function openTakeAlongDialog(): Promise<void> {
  if (document.querySelector("dialog:modal")) return;
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
      <h2 id="take_along_title">Take it along</h2>
      <div />
    </>,
    element,
  );
  element.addEventListener("click", (event) => {
    if (event.target === element) element.close();
  });
  document.body.append(element);
  const place = element.querySelector<HTMLElement>(":scope > div");
  if (place) void showTakeAlong(place);
  return element;
}
