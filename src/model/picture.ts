import * as z from "zod";

const fraction = z.number().min(0).max(1);
const NO_SOURCE = "is neither an http or https address nor `own work`";

/** What editors write beside a picture's file: `src/content/pictures/NAME.yaml`. */
export const pictureSchema = z.strictObject({
  alt: z.string().trim().min(1),
  caption: z.string().trim().min(1).optional(),
  credit: z.string().trim().min(1),
  licence: z.string().trim().min(1),
  source: z.union([z.literal("own work"), z.url({ protocol: /^https?$/, error: NO_SOURCE })], { error: NO_SOURCE }),
  /** The point that must stay in sight when the picture is cropped: fractions of width and height. */
  focus: z.tuple([fraction, fraction]).optional(),
});

type PictureFields = z.infer<typeof pictureSchema>;

/** One picture of the pool, named by its file without ending. */
export interface Picture extends PictureFields {
  readonly name: string;
}

/** One encoding of a picture in several widths, ready for `srcset`. */
export interface PictureSource {
  /** Media type, such as `image/avif`. */
  readonly type: string;
  readonly files: readonly { readonly path: `/${string}`; readonly widthPx: number }[];
}

/** A picture as published: its encodings from the smallest format to the fallback, and its natural size. */
export interface RenderedPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly sources: readonly PictureSource[];
  readonly fallback: PictureSource;
}

/** A picture of the pool and the file that holds it. */
export interface PictureFile extends Picture {
  readonly file: string;
}

/** The pictures that stories may show. */
export interface PicturePool {
  readonly pictures: ReadonlyMap<string, PictureFile>;
  /** Every name in the pool, those of faulty pictures included: a story that names one has no fault of its own. */
  readonly names: ReadonlySet<string>;
}
