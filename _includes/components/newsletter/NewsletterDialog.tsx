import type { PageContext } from "../../page-context.ts";
import { CloseButton } from "../dialog/CloseButton.tsx";
import { NewsletterForm } from "./NewsletterForm.tsx";
import { newsletterTitle } from "./newsletter-title.ts";

/** The form as a dialog. It opens when the reader asks in the head of the page, never by itself. */
export function NewsletterDialog({ context }: { context: PageContext }) {
  return (
    <dialog id="newsletter_dialog" class="dialog newsletter" aria-labelledby="newsletter_dialog_title">
      <CloseButton />
      <h2 id="newsletter_dialog_title">{newsletterTitle(context.site)}</h2>
      <NewsletterForm context={context} id="dialog" />
    </dialog>
  );
}
