/** The parts of Eleventy 3.1 in use; it ships no types of its own. */
declare module "@11ty/eleventy" {
  export interface EleventyOptions {
    readonly configPath?: string;
    readonly quietMode?: boolean;
    readonly runMode?: "build" | "serve";
  }

  export default class Eleventy {
    constructor(input: string, output: string, options?: EleventyOptions);
    disableLogger(): void;
    write(): Promise<unknown>;
    init(): Promise<unknown>;
    watch(): Promise<unknown>;
    serve(port?: number): Promise<unknown>;
  }
}

/** What Eleventy hands to its configuration. */
interface EleventyConfig {
  addPlugin(plugin: (config: EleventyConfig) => void): void;
  addDataExtension(extension: string, options: { parser: (file: string) => Promise<unknown>; read: boolean }): void;
  addTemplateFormats(formats: readonly string[]): void;
  addExtension(extensions: readonly string[], options: EleventyExtension): void;
  addWatchTarget(path: string): void;
  setQuietMode(quiet: boolean): void;
  on(event: "eleventy.before", listener: (event: { runMode: "build" | "serve" | "watch" }) => Promise<void>): void;
  on(event: "eleventy.after", listener: (event: { directories: { output: string } }) => Promise<void>): void;
}

interface EleventyExtension {
  readonly key: "11ty.js";
  readonly compile: () => (this: EleventyTemplate, data: unknown) => Promise<Uint8Array>;
}

interface EleventyTemplate {
  defaultRenderer(data: unknown): Promise<unknown>;
}
