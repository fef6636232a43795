import { OFFLINE_WORKER } from "../model/urls.ts";

/** Its name stands in the content security policy, which lets no other be made. */
const NAME = "econotimes-worker";

let policy: TrustedTypePolicy | undefined;

/** The address of the search worker. */
export function searchWorkerAddress(): URL {
  return vouchedFor(workers().search);
}

/** The address of the worker that keeps pages for reading offline. */
export function offlineWorkerAddress(): URL {
  return vouchedFor(workers().offline);
}

/** The two workers of the site, for a script that lies in a folder right below the publication's root. */
function workers() {
  return { search: new URL(SEARCH_WORKER, import.meta.url), offline: new URL(`..${OFFLINE_WORKER}`, import.meta.url) };
}

/** Vouches for an address where the browser enforces Trusted Types: there no script is loaded from one that is plain text. */
function vouchedFor(address: URL): URL {
  policy ??= globalThis.trustedTypes?.createPolicy(NAME, { createScriptURL: ownWorker });
  return policy?.createScriptURL(address.href) ?? address;
}

function ownWorker(asked: string): string {
  if (!Object.values(workers()).some(({ href }) => href === asked)) throw new TypeError(`${asked} is no worker of this site.`);
  return asked;
}
