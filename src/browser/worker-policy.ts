import { OFFLINE_WORKER } from "../model/urls.ts";

/** The Trusted Types policy that the content security policy allows. */
const NAME = "econotimes-worker";

let policy: TrustedTypePolicy | undefined;

/** The URL of the search worker. */
export function searchWorkerAddress(): URL {
  return trusted(workers().search);
}

/** The URL of the service worker. */
export function offlineWorkerAddress(): URL {
  return trusted(workers().offline);
}

/** Relative to the bundled script, which lies one folder below the publication's root. */
function workers() {
  return { search: new URL(SEARCH_WORKER, import.meta.url), offline: new URL(`..${OFFLINE_WORKER}`, import.meta.url) };
}

/** Turns a URL into a `TrustedScriptURL` where the browser enforces Trusted Types. */
function trusted(address: URL): URL {
  policy ??= globalThis.trustedTypes?.createPolicy(NAME, { createScriptURL: ownWorker });
  return policy?.createScriptURL(address.href) ?? address;
}

function ownWorker(address: string): string {
  if (!Object.values(workers()).some(({ href }) => href === address))
    throw new TypeError(`${address} is no worker of this site.`);
  return address;
}
