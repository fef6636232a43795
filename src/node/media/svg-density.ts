import sharp from "sharp";

/** The resolution at which SVG units are pixels. */
const DENSITY_PER_INCH = 72;
const MAX_DENSITY_PER_INCH = 100_000;

/**
 * The resolution at which an SVG is drawn enlarged. Lengths in millimetres and the like grow by its square: they depend on the
 * resolution, by which the drawing is enlarged once more.
 */
export async function densityForScale(bytes: Buffer, scale: number): Promise<number> {
  if (scale === 1) return DENSITY_PER_INCH;
  const widthAt = async (density: number): Promise<number> => (await sharp(bytes, { density }).metadata()).width;
  const isSquared = (await widthAt(2 * DENSITY_PER_INCH)) >= 3 * (await widthAt(DENSITY_PER_INCH));
  return Math.min(DENSITY_PER_INCH * (isSquared ? Math.sqrt(scale) : scale), MAX_DENSITY_PER_INCH);
}
