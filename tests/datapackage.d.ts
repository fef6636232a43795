/** The parts of `datapackage` in use: the reference implementation of Tabular Data Package 1, which has no types. */
declare module "datapackage" {
  interface Resource {
    readonly name: string;
    /** Every row as the schema of its table casts it; rejects where a row does not obey it. */
    read(options: { readonly keyed: true }): Promise<readonly Readonly<Record<string, unknown>>[]>;
  }

  export class Package {
    /** From a file, or from a descriptor whose paths are those of files in `basePath`. */
    static load(descriptor: string | object, options?: { readonly basePath: string }): Promise<Package>;
    /** Whether the descriptor obeys the JSON Schema of its profile, which the library brings along. */
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }
}
