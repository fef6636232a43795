/** The part of Eleventy 3.1 in use; it ships no types. */
declare module "@11ty/eleventy" {
  export interface EleventyOptions {
    readonly configPath?: string;
    readonly quietMode?: boolean;
    readonly runMode?: "build" | "serve";
    /** Runs before the configuration file. */
    readonly config?: (eleventyConfig: EleventyConfig) => void;
  }

  export default class Eleventy {
    constructor(input: string, output: string, options?: EleventyOptions);
    disableLogger(): void;
    write(): Promise<unknown>;
    init(): Promise<unknown>;
    /** Returns the function that rebuilds after a change of a file. */
    watch(): Promise<(path: string) => Promise<void>>;
    /** The one of chokidar, after `watch`. */
    readonly watcher: { on(event: "unlink" | "unlinkDir", listener: (path: string) => void): void };
    serve(port?: number): Promise<unknown>;
  }
}

/** The argument of the configuration file and of plugins. */
interface EleventyConfig {
  /** Added by `createEleventy`. */
  build: import("../build.ts").Build;
  addPlugin(plugin: (config: EleventyConfig) => void): void;
  /** The function is called for every build. */
  addGlobalData(name: string, data: () => unknown): void;
  addTemplateFormats(formats: readonly string[]): void;
  addExtension(extensions: readonly string[], options: EleventyExtension): void;
  addWatchTarget(path: string): void;
  setQuietMode(quiet: boolean): void;
  on(event: "eleventy.before", listener: (event: { runMode: "build" | "serve" | "watch" }) => Promise<void>): void;
  on(event: "eleventy.after", listener: (event: EleventyResult) => Promise<void>): void;
}

interface EleventyResult {
  readonly directories: { readonly output: string };
  readonly runMode: "build" | "serve" | "watch";
}

interface EleventyExtension {
  readonly key: "11ty.js";
  readonly compile: () => (this: EleventyTemplate, data: EleventyData) => Promise<Uint8Array>;
}

/** The data that Eleventy adds to that of the site. */
interface EleventyData {
  readonly page: {
    /** Such as `./src/pages/article.11ty.tsx`. */
    readonly inputPath: string;
    /** From the root of the site; false if the template is not written. */
    readonly url: `/${string}` | false;
  };
}

interface EleventyTemplate {
  defaultRenderer(data: EleventyData): Promise<unknown>;
}
