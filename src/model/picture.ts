import * as z from "zod";

const text = z.string().trim().min(1);
const fraction = z.number().min(0).max(1);
const NO_SOURCE = "is neither an http or https address nor `own work`";

/** A picture's metadata: `src/content/pictures/NAME.yaml`. */
export const pictureSchema = z.strictObject({
  alt: text.describe("say in a sentence what a sighted reader sees"),
  caption: text.describe("write a caption, or leave it out").optional(),
  credit: text.describe("name who made the picture"),
  licence: text.describe("name the licence, such as CC BY 4.0"),
  source: z
    .union([z.literal("own work"), z.url({ protocol: /^https?$/, error: NO_SOURCE })], { error: NO_SOURCE })
    .describe("write the address the picture comes from, or `own work`"),
  /** The focal point, which stays visible when the picture is cropped: fractions of width and height. */
  focus: z.tuple([fraction, fraction]).describe("write two fractions, across and down, such as [0.5, 0.3]").optional(),
});

type PictureFields = z.infer<typeof pictureSchema>;

/** A picture of the library, named after its file without the extension. */
export interface Picture extends PictureFields {
  readonly name: string;
}

/** One encoding of a picture in several widths, for `srcset`. */
export interface PictureSource {
  /** Media type, such as `image/avif`. */
  readonly type: string;
  readonly files: readonly { readonly path: `/${string}`; readonly widthPx: number }[];
}

/** A published picture: its natural size and its encodings, of which the fallback is the one that every browser shows. */
export interface RenderedPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly sources: readonly PictureSource[];
  readonly fallback: PictureSource;
}

/** A picture of the library with its file. */
export interface PictureFile extends Picture {
  readonly file: string;
}

/** The pictures that stories may show: `src/content/pictures`. */
export interface PictureLibrary {
  readonly pictures: ReadonlyMap<string, PictureFile>;
  /** Every name, including those of invalid pictures: a story that refers to one is not at fault itself. */
  readonly names: ReadonlySet<string>;
}
