import { FEEDS } from "../../../src/model/fixed-pages.ts";
import { type NewsletterForm as Form, newsletterForm } from "../../../src/model/newsletter.ts";
import type { Site } from "../../../src/model/site.ts";
import type { PageContext } from "../../page-context.ts";
import { CloseButton } from "../dialog/CloseButton.tsx";

/** The heading above the form. Without a newsletter it leads to feeds instead, and must not promise e-mail. */
export function newsletterTitle({ name, newsletter }: Site): string {
  return newsletter ? `${name} by e-mail` : `Follow ${name}`;
}

interface NewsletterFormProps {
  readonly context: PageContext;
  /** Unique among the forms of a page: prefix of the ids of its fields. */
  readonly id: string;
}

/** The sign-up form, or a link to the feeds where no provider is configured. */
export function NewsletterForm({ context, id }: NewsletterFormProps) {
  const { newsletter } = context.site;
  if (!newsletter) return <FeedsFallback context={context} />;
  return <SubscribeForm form={newsletterForm(newsletter)} id={id} context={context} />;
}

function FeedsFallback({ context: { site, href } }: { context: PageContext }) {
  return (
    <p>
      {site.name} sends no newsletter yet.{" "}
      {site.address ? (
        <>
          Follow it in any feed reader instead: <a href={href(FEEDS)}>all its stories, a section, a topic or an author</a>.
        </>
      ) : (
        "The newest stories are always on the home page."
      )}
    </p>
  );
}

function SubscribeForm({ form, id, context: { site } }: { form: Form; id: string; context: PageContext }) {
  return (
    <form
      class="subscribe"
      method="post"
      action={form.action}
      data-netlify={form.netlifyForm ? "true" : undefined}
      netlify-honeypot={form.netlifyForm ? form.honeypotField : undefined}
      name={form.netlifyForm ? form.hiddenFields["form-name"] : undefined}
      data-answers-scripts={form.supportsFetch || undefined}
    >
      {Object.entries(form.hiddenFields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p class="honeypot">
        <label for={`${id}_trap`}>Leave this field empty</label>
        <input id={`${id}_trap`} name={form.honeypotField} tabindex={-1} autocomplete="off" />
      </p>
      <label for={`${id}_email`}>E-mail address</label>
      <div class="subscribe-row">
        <input
          id={`${id}_email`}
          name={form.emailField}
          type="email"
          autocomplete="email"
          required
          aria-describedby={`${id}_consent`}
        />
        <button type="submit">Sign up</button>
      </div>
      <p id={`${id}_consent`} class="consent">
        By signing up you agree that {site.name} sends you its newsletter at this address. Every issue has a link to unsubscribe.
      </p>
      <p class="subscribe-state" role="status" />
    </form>
  );
}

/** The sign-up form in a box at the end of other pages. */
export function NewsletterBox({ context }: { context: PageContext }) {
  return (
    <section class="newsletter" aria-labelledby="newsletter_box">
      <h2 id="newsletter_box">{newsletterTitle(context.site)}</h2>
      <NewsletterForm context={context} id="box" />
    </section>
  );
}

/** The sign-up form as a dialog, which the link in the masthead opens. */
export function NewsletterDialog({ context }: { context: PageContext }) {
  return (
    <dialog id="newsletter_dialog" class="dialog newsletter" aria-labelledby="newsletter_dialog_title">
      <CloseButton />
      <h2 id="newsletter_dialog_title">{newsletterTitle(context.site)}</h2>
      <NewsletterForm context={context} id="dialog" />
    </dialog>
  );
}
