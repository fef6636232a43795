import { type NewsletterForm as Form, newsletterForm } from "../../../src/model/newsletter.ts";
import { FEEDS } from "../../../src/model/urls.ts";
import type { PageContext } from "../../page-context.ts";

interface NewsletterFormProps {
  readonly context: PageContext;
  /** Tells apart the forms of one page, for labels. */
  readonly id: string;
}

/** The form that subscribes to the newsletter. Where no provider is configured, the feeds take its place and say so. */
export function NewsletterForm({ context, id }: NewsletterFormProps) {
  const { newsletter } = context.site;
  if (!newsletter) return <FeedsInstead context={context} />;
  return <SubscribeForm form={newsletterForm(newsletter)} id={id} context={context} />;
}

function FeedsInstead({ context: { site, href } }: { context: PageContext }) {
  return (
    <p>
      {site.name} sends no newsletter yet.{" "}
      {site.address ? (
        <>
          Follow it in any feed reader instead: <a href={href(FEEDS)}>all its stories, a section, a topic or an author</a>.
        </>
      ) : (
        "The newest stories are always on its front page."
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
      data-answers-scripts={form.answersScripts || undefined}
    >
      {Object.entries(form.hiddenFields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <p class="honeypot">
        <label for={`${id}_trap`}>Leave this empty</label>
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
