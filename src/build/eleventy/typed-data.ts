import { pathToFileURL } from "node:url";

/** Lets the global data in `_data` be TypeScript. */
export function typedData(eleventyConfig: EleventyConfig): void {
  eleventyConfig.addDataExtension("ts", {
    read: false,
    parser: async (file) => {
      const { default: value }: { default: unknown } = await import(pathToFileURL(file).href);
      return typeof value === "function" ? value() : value;
    },
  });
}
