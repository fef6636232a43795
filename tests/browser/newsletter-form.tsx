import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContextOptions, Route } from "playwright-core";
import { render } from "preact-render-to-string";
import { inject } from "vitest";
import { NewsletterForm } from "../../_includes/components/newsletter/Newsletter.tsx";
import type { Assets } from "../../src/model/assets.ts";
import type { Newsletter } from "../../src/model/newsletter.ts";
import { hrefFrom } from "../../src/model/urls.ts";
import type { Publication } from "./visit.ts";

export const READER = "reader@example.org";
const PAGE = "newsletter-form.html";

export interface Provider {
  readonly newsletter: Newsletter;
  /** The form's action, relative to the publication's root or absolute. */
  readonly address: string;
  /** The fields posted. */
  readonly fields: Readonly<Record<string, string>>;
  /** Whether the form is submitted by script, and the result shown on the page. */
  readonly supportsFetch: boolean;
}

/** A provider that supports `fetch`. */
export const FORMSPREE: Provider = {
  newsletter: { provider: "formspree", form: "xyz" },
  address: "https://formspree.io/f/xyz",
  fields: { _gotcha: "", email: READER },
  supportsFetch: true,
};

export const PROVIDERS: readonly Provider[] = [
  {
    newsletter: { provider: "buttondown", account: "paper" },
    address: "https://buttondown.com/api/emails/embed-subscribe/paper",
    fields: { embed: "1", website: "", email: READER },
    supportsFetch: false,
  },
  {
    newsletter: { provider: "mailchimp", action: "https://paper.us7.list-manage.com/subscribe/post?u=94d5&id=52" },
    address: "https://paper.us7.list-manage.com/subscribe/post?u=94d5&id=52",
    fields: { b_94d5_52: "", EMAIL: READER },
    supportsFetch: false,
  },
  {
    newsletter: { provider: "brevo", action: "https://5f3a.sibforms.com/serve/MUIE" },
    address: "https://5f3a.sibforms.com/serve/MUIE",
    fields: { email_address_check: "", EMAIL: READER },
    supportsFetch: false,
  },
  FORMSPREE,
  {
    newsletter: { provider: "netlify", form: "letter" },
    address: PAGE,
    fields: { "form-name": "letter", "bot-field": "", email: READER },
    supportsFetch: true,
  },
  {
    newsletter: { provider: "form", action: "https://example.org/join", emailField: "address" },
    address: "https://example.org/join",
    fields: { website: "", address: READER },
    supportsFetch: false,
  },
];

/** Opens a page with the form for a provider, mocked by `respond`. */
export async function formFor(
  publication: Publication,
  { newsletter, address }: Provider,
  respond: (route: Route) => Promise<void>,
  options?: BrowserContextOptions,
) {
  const { page, addressOf, goTo } = await publication.visit(options);
  const posted: Record<string, string>[] = [];
  await page.route(addressOf(PAGE), (route) => route.fulfill({ contentType: "text/html", body: pageWithForm(newsletter) }));
  await page.route(new URL(address, addressOf("")).href, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    posted.push(Object.fromEntries(new URLSearchParams(route.request().postData() ?? "")));
    await respond(route);
  });
  await goTo(PAGE);
  const email = page.getByRole("textbox", { name: "E-mail address" });
  const button = page.getByRole("button", { name: "Sign up" });
  return { page, posted, email, button, state: page.locator(".subscribe-state") };
}

/** Mocks a provider, with a page for readers without scripts. */
export function respond(route: Route, status: number): Promise<void> {
  const headers = { "access-control-allow-origin": "*", "content-type": "text/html; charset=utf-8" };
  return route.fulfill({ status, headers, body: "<p>The provider’s page</p>" });
}

/** A page with the form, and the styles and script of the built site. */
function pageWithForm(newsletter: Newsletter): string {
  const names = readdirSync(join(inject("siteFolder"), "assets"));
  const asset = (kind: RegExp) => `assets/${names.find((name) => kind.test(name))}`;
  const assets: Assets = {
    stylesheet: "/",
    script: "/",
    schemeScript: "/",
    preloadedFonts: [],
    icon: "/",
    notFoundStyles: "",
    feedStylesheet: "/assets/feed.css",
    feedIcons: { small: "/assets/icon-144.png", large: "/assets/icon-512.png" },
    publicationMark: "0123456789",
    isOfflineEnabled: true,
    appIcons: { apple: "/assets/icon-180.png", small: "/assets/icon-192.png", large: "/assets/icon-512.png" },
  };
  const site = {
    name: "EconoTimes",
    tagline: "",
    description: "",
    language: "en-GB",
    timeZone: "America/New_York",
    sections: [],
    crawlers: { training: "allow", answers: "allow" } as const,
    partnerFeeds: [],
    newsletter,
  };
  const context = {
    path: "/",
    href: hrefFrom("/"),
    site,
    assets,
    images: new Map(),
    markets: { series: [], unfiltered: new Map() },
    staticPages: [],
    socialCards: undefined,
  } as const;
  const page = (
    <html lang="en-GB">
      <head>
        <title>Newsletter</title>
        <meta name="viewport" content="width=device-width" />
        <link rel="stylesheet" href={asset(/^site-.*\.css$/)} />
        <script type="module" src={asset(/^site-.*\.js$/)} />
      </head>
      <body>
        <main>
          <h1>Newsletter</h1>
          <div class="newsletter">
            <NewsletterForm context={context} id="page" />
          </div>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${render(page)}`;
}
