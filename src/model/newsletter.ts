import * as z from "zod";

const account = z.string().min(1);
const httpsAddress = z.url({ protocol: /^https$/, error: "must be an https address" });

/** The newsletter providers a publisher can name in `_data/site.ts`, with what each needs to know. */
export const newsletterSchema = z.discriminatedUnion("provider", [
  z.strictObject({ provider: z.literal("buttondown"), account }),
  z.strictObject({ provider: z.literal("mailchimp"), action: httpsAddress }),
  z.strictObject({ provider: z.literal("brevo"), action: httpsAddress }),
  z.strictObject({ provider: z.literal("formspree"), form: account }),
  z.strictObject({ provider: z.literal("netlify"), form: account }),
  z.strictObject({ provider: z.literal("form"), action: httpsAddress, emailField: z.string().min(1) }),
]);

export type Newsletter = z.infer<typeof newsletterSchema>;

/** The form that a provider wants, free of how it is shown. */
export interface NewsletterForm {
  /** Absolute address the form is posted to; undefined posts to the page the form stands on. */
  readonly action: string | undefined;
  readonly emailField: string;
  /** A field that people leave empty and robots fill in. */
  readonly honeypotField: string;
  readonly hiddenFields: Readonly<Record<string, string>>;
  /** Whether a script may read the provider's answer; otherwise the provider's own page gives it. */
  readonly answersScripts: boolean;
  /** Netlify finds its forms by an attribute in the published HTML. */
  readonly netlifyForm: boolean;
}

/** A Mailchimp form's honeypot is named after the `u` and `id` of its address. */
function mailchimpHoneypot(action: string): string {
  const query = new URL(action).searchParams;
  return `b_${query.get("u") ?? ""}_${query.get("id") ?? ""}`;
}

const plain = { hiddenFields: {}, answersScripts: false, netlifyForm: false } as const;

/** Turns the publisher's choice of provider into the form that this provider documents. */
export function newsletterForm(newsletter: Newsletter): NewsletterForm {
  switch (newsletter.provider) {
    case "buttondown":
      return {
        ...plain,
        action: `https://buttondown.com/api/emails/embed-subscribe/${encodeURIComponent(newsletter.account)}`,
        emailField: "email",
        honeypotField: "website",
        hiddenFields: { embed: "1" },
      };
    case "mailchimp":
      return { ...plain, action: newsletter.action, emailField: "EMAIL", honeypotField: mailchimpHoneypot(newsletter.action) };
    case "brevo":
      return { ...plain, action: newsletter.action, emailField: "EMAIL", honeypotField: "email_address_check" };
    case "formspree":
      return {
        ...plain,
        action: `https://formspree.io/f/${encodeURIComponent(newsletter.form)}`,
        emailField: "email",
        honeypotField: "_gotcha",
        answersScripts: true,
      };
    case "netlify":
      return {
        action: undefined,
        emailField: "email",
        honeypotField: "bot-field",
        hiddenFields: { "form-name": newsletter.form },
        answersScripts: true,
        netlifyForm: true,
      };
    case "form":
      return { ...plain, action: newsletter.action, emailField: newsletter.emailField, honeypotField: "website" };
  }
}
