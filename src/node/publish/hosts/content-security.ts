import { hash } from "node:crypto";
import { newsletterForm } from "../../../model/newsletter.ts";
import type { Site } from "../../../model/site.ts";

/** The only Trusted Types policy that scripts may create; it allows the URLs of the two workers. */
const WORKER_POLICY = "econotimes-worker";

/**
 * The policy of every response (Content Security Policy Level 3, Trusted Types): nothing inline but the styles of 404.html,
 * and no other origin but the newsletter's provider. Its form may be posted there; scripts may only connect to a provider
 * that supports them.
 *
 * @param notFoundStyles the exact content of the style element in 404.html
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
    "connect-src": ["'self'", ...(form?.supportsFetch ? provider : [])],
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

/** Whether the site is served over https, as it is unless its address says otherwise. */
function isSecure(address: string | undefined): boolean {
  return !address?.startsWith("http:");
}
