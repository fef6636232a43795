import { extname } from "node:path";

/** The formats of pictures that editors supply: their names, and the extensions of their files. */
const FORMATS = {
  jpeg: { name: "JPEG", extensions: [".jpg", ".jpeg"] },
  png: { name: "PNG", extensions: [".png"] },
  svg: { name: "SVG", extensions: [".svg"] },
  webp: { name: "WebP", extensions: [".webp"] },
  avif: { name: "AVIF", extensions: [".avif"] },
  gif: { name: "GIF", extensions: [".gif"] },
} as const;

export type ImageFormat = keyof typeof FORMATS;

function isFormat(name: string): name is ImageFormat {
  return Object.hasOwn(FORMATS, name);
}

/** The format of a file by its extension. */
export function formatOfName(file: string): ImageFormat | undefined {
  const extension = extname(file).toLowerCase();
  return Object.keys(FORMATS)
    .filter(isFormat)
    .find((format) => extensionsOf(format).includes(extension));
}

/** The format of a file by its content, as sharp reads it; undefined for one that browsers do not show. */
export function formatOfContent({ format, compression }: { readonly format: string; readonly compression?: string | undefined }) {
  if (format === "heif") return compression === "av1" ? "avif" : undefined;
  return isFormat(format) ? format : undefined;
}

export function extensionsOf(format: ImageFormat): readonly [string, ...string[]] {
  return FORMATS[format].extensions;
}

/** Such as `JPEG`. */
export function nameOf(format: ImageFormat): string {
  return FORMATS[format].name;
}
