import { describe, expect, it } from "vitest";
import { type Newsletter, newsletterForm, newsletterSchema } from "../../src/model/newsletter.ts";

describe("the form of a newsletter provider", () => {
  it("is Buttondown's embedded form", () => {
    expect(newsletterForm({ provider: "buttondown", account: "the paper" })).toEqual({
      action: "https://buttondown.com/api/emails/embed-subscribe/the%20paper",
      emailField: "email",
      honeypotField: "website",
      hiddenFields: { embed: "1" },
      supportsFetch: false,
      netlifyForm: false,
    });
  });

  it("is Mailchimp's embedded form, whose honeypot is named after the list", () => {
    const action = "https://paper.us7.list-manage.com/subscribe/post?u=94d5e1&id=5218cd";
    expect(newsletterForm({ provider: "mailchimp", action })).toEqual({
      action,
      emailField: "EMAIL",
      honeypotField: "b_94d5e1_5218cd",
      hiddenFields: {},
      supportsFetch: false,
      netlifyForm: false,
    });
  });

  it("is Brevo's simple form", () => {
    const action = "https://5f3a.sibforms.com/serve/MUIEAD";
    expect(newsletterForm({ provider: "brevo", action })).toMatchObject({
      action,
      emailField: "EMAIL",
      honeypotField: "email_address_check",
      supportsFetch: false,
    });
  });

  it("is Formspree's form, which supports fetch", () => {
    expect(newsletterForm({ provider: "formspree", form: "xyz/1" })).toEqual({
      action: "https://formspree.io/f/xyz%2F1",
      emailField: "email",
      honeypotField: "_gotcha",
      hiddenFields: {},
      supportsFetch: true,
      netlifyForm: false,
    });
  });

  it("is a form that Netlify finds in the page and that names itself", () => {
    expect(newsletterForm({ provider: "netlify", form: "newsletter" })).toEqual({
      action: undefined,
      emailField: "email",
      honeypotField: "bot-field",
      hiddenFields: { "form-name": "newsletter" },
      supportsFetch: true,
      netlifyForm: true,
    });
  });

  it("is any other form, by its address and the name of its field", () => {
    const form = newsletterForm({ provider: "form", action: "https://example.org/join", emailField: "address" });
    expect(form).toMatchObject({ action: "https://example.org/join", emailField: "address", supportsFetch: false });
  });

  it("never gives the honeypot the name of the e-mail field", () => {
    const choices: readonly Newsletter[] = [
      { provider: "buttondown", account: "a" },
      { provider: "mailchimp", action: "https://example.org/?u=1&id=2" },
      { provider: "brevo", action: "https://example.org/" },
      { provider: "formspree", form: "a" },
      { provider: "netlify", form: "a" },
      { provider: "form", action: "https://example.org/", emailField: "email" },
    ];
    for (const choice of choices) {
      const { emailField, honeypotField, hiddenFields } = newsletterForm(choice);
      expect(new Set([emailField, honeypotField, ...Object.keys(hiddenFields)]).size).toBe(2 + Object.keys(hiddenFields).length);
    }
  });
});

describe("the publisher's choice", () => {
  it.each<[string, object]>([
    ["an unknown provider", { provider: "pigeon" }],
    ["Buttondown without its account", { provider: "buttondown" }],
    ["Mailchimp without its address", { provider: "mailchimp", action: "" }],
    ["an address that is not encrypted", { provider: "brevo", action: "http://example.org/" }],
    ["a form without the name of its field", { provider: "form", action: "https://example.org/" }],
    ["a field of another provider", { provider: "formspree", form: "a", account: "b" }],
  ])("cannot be %s", (_, choice) => {
    expect(newsletterSchema.safeParse(choice).success).toBe(false);
  });
});
