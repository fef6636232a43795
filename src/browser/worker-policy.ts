/** Its name stands in the content security policy, which lets no other be made. */
const NAME = "econotimes-worker";

let policy: TrustedTypePolicy | undefined;

/**
 * The address of the search worker, vouched for where the browser enforces Trusted Types: there no script is loaded from
 * an address that is plain text.
 */
export function searchWorkerAddress(): URL {
  const address = new URL(SEARCH_WORKER, import.meta.url);
  policy ??= globalThis.trustedTypes?.createPolicy(NAME, { createScriptURL: ownWorker });
  return policy?.createScriptURL(address.href) ?? address;

  function ownWorker(asked: string): string {
    if (asked !== address.href) throw new TypeError(`${asked} is no worker of this site.`);
    return asked;
  }
}
