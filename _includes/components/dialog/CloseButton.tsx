import { Icon } from "../icon/Icon.tsx";

/** Closes the dialog that it stands in, without a script. */
export function CloseButton() {
  return (
    <form method="dialog" class="dialog-close">
      <button type="submit" class="tool">
        <Icon shape="close" /> Close
      </button>
    </form>
  );
}
