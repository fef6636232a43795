/** The part of Trusted Types in use (https://www.w3.org/TR/trusted-types/). Not every browser supports it. */
interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { readonly createScriptURL: (address: string) => string }): TrustedTypePolicy;
}

interface TrustedTypePolicy {
  /** A `TrustedScriptURL`, accepted in place of a script's address. */
  createScriptURL(address: string): URL;
}

declare var trustedTypes: TrustedTypePolicyFactory | undefined;
