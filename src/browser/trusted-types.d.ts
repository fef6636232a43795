/** The part of Trusted Types in use (https://www.w3.org/TR/trusted-types/), which not every browser has. */
interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { readonly createScriptURL: (address: string) => string }): TrustedTypePolicy;
}

interface TrustedTypePolicy {
  /** What it makes is taken where an address of a script is. */
  createScriptURL(address: string): URL;
}

declare var trustedTypes: TrustedTypePolicyFactory | undefined;
