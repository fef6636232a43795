import { Icon } from "../icon/Icon.tsx";

/** Closes its dialog without a script (`method="dialog"`). */
export function CloseButton() {
  return (
    <form method="dialog" class="dialog-close">
      <button type="submit" class="tool">
        <Icon shape="close" /> Close
      </button>
    </form>
  );
}
