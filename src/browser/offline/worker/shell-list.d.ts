/** What the worker keeps when it is installed, below the publication's root, as the build has listed it. */
declare const SHELL: { readonly files: readonly string[]; readonly pages: readonly string[] };
