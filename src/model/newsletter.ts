import * as z from "zod";

const account = z.string().min(1);
const httpsAddress = z.url({ protocol: /^https$/, error: "must be an https address" });

/** The newsletter providers a publisher can name in `_data/site.ts`, each with its own settings. */
export const newsletterSchema = z
  .discriminatedUnion("provider", [
    z.strictObject({ provider: z.literal("buttondown"), account }),
    z.strictObject({ provider: z.literal("mailchimp"), action: httpsAddress }),
    z.strictObject({ provider: z.literal("brevo"), action: httpsAddress }),
    z.strictObject({ provider: z.literal("formspree"), form: account }),
    z.strictObject({ provider: z.literal("netlify"), form: account }),
    z.strictObject({ provider: z.literal("form"), action: httpsAddress, emailField: z.string().min(1) }),
  ])
  .describe('write a `provider` and its settings, such as `{ provider: "buttondown", account: "NAME" }`, or leave it out');

export type Newsletter = z.infer<typeof newsletterSchema>;

/** The sign-up form of a provider, independent of its markup. */
export interface NewsletterForm {
  /** The absolute address that the form is posted to; undefined posts to the form's own page. */
  readonly action: string | undefined;
  readonly emailField: string;
  /** A hidden field that people leave empty and bots fill in. */
  readonly honeypotField: string;
  readonly hiddenFields: Readonly<Record<string, string>>;
  /** Whether a script may post the form with `fetch` and read the response (CORS); otherwise the provider's own page shows it. */
  readonly supportsFetch: boolean;
  /** Whether the form needs the attribute by which Netlify finds forms in the published HTML. */
  readonly netlifyForm: boolean;
}

/** Mailchimp names the honeypot after the `u` and `id` parameters of the form's address. */
function mailchimpHoneypot(action: string): string {
  const query = new URL(action).searchParams;
  return `b_${query.get("u") ?? ""}_${query.get("id") ?? ""}`;
}

const plain = { hiddenFields: {}, supportsFetch: false, netlifyForm: false } as const;

/** The sign-up form that the chosen provider documents. */
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
        supportsFetch: true,
      };
    case "netlify":
      return {
        action: undefined,
        emailField: "email",
        honeypotField: "bot-field",
        hiddenFields: { "form-name": newsletter.form },
        supportsFetch: true,
        netlifyForm: true,
      };
    case "form":
      return { ...plain, action: newsletter.action, emailField: newsletter.emailField, honeypotField: "website" };
  }
}
