import { hash } from "node:crypto";
import { newsletterForm } from "../../../model/newsletter.ts";
import type { Site } from "../../../model/site.ts";

/** The one policy of Trusted Types that scripts may make: it vouches for the addresses of the two workers. */
const WORKER_POLICY = "econotimes-worker";

/**
 * The policy that every answer is sent with (Content Security Policy Level 3, Trusted Types): nothing inline but the
 * styles that 404.html carries, and nothing from elsewhere but what the newsletter's provider needs. The newsletter's
 * form may be posted to its provider; scripts may ask it only where it answers them.
 *
 * @param notFoundStyles what stands within the style element of 404.html, to the byte
 */
export function contentSecurityPolicy({ address, newsletter }: Site, notFoundStyles: string): string {
  const form = newsletter && newsletterForm(newsletter);
  const provider = form?.action === undefined ? [] : [new URL(form.action).origin];
  const directives = {
    "default-src": ["'none'"],
    "script-src": ["'self'", "'wasm-unsafe-eval'"],
    "style-src": ["'self'", `'sha256-${hash("sha256", notFoundStyles, "base64")}'`],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...(form?.answersScripts ? provider : [])],
    "media-src": ["'self'"],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'", ...provider],
    "frame-ancestors": ["'none'"],
    ...(isSecure(address) ? { "upgrade-insecure-requests": [] } : {}),
    "require-trusted-types-for": ["'script'"],
    "trusted-types": [WORKER_POLICY],
  };
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(" "))
    .join("; ");
}

/** Whether the site can be expected to answer over https. Only one that says otherwise cannot. */
export function isSecure(address: string | undefined): boolean {
  return !address?.startsWith("http:");
}
