import type { Picture } from "../../../src/model/picture.ts";
import { sentence } from "./prose.ts";
import { between, type Random, seededRandom, several } from "./random.ts";

const PICTURE_COUNT = 12;
const WIDTH_PX = 1600;
const HEIGHT_PX = 900;

/** A generated drawing and the fields of its YAML file. */
export interface GeneratedPicture {
  readonly name: string;
  readonly svg: string;
  readonly facts: Omit<Picture, "name">;
}

/** The drawings that all stories share. */
export const PICTURES: readonly GeneratedPicture[] = Array.from({ length: PICTURE_COUNT }, (_, index) => {
  const random = seededRandom(`picture ${index}`);
  const facts = {
    alt: sentence(random),
    caption: sentence(random),
    credit: "EconoTimes",
    licence: "CC BY 4.0",
    source: "own work",
  };
  return { name: `bench-drawing-${index + 1}`, svg: drawing(random), facts };
});

function drawing(random: Random): string {
  const shapes = several(random, 8, 20, () => (between(random, 0, 1) === 0 ? circle(random) : bar(random)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH_PX} ${HEIGHT_PX}" width="${WIDTH_PX}" height="${HEIGHT_PX}">`,
    `<rect width="${WIDTH_PX}" height="${HEIGHT_PX}" fill="${colour(random)}"/>`,
    ...shapes,
    "</svg>\n",
  ].join("\n");
}

function circle(random: Random): string {
  const [x, y] = [between(random, 0, WIDTH_PX), between(random, 0, HEIGHT_PX)];
  return `<circle cx="${x}" cy="${y}" r="${between(random, 20, 200)}" fill="${colour(random)}"/>`;
}

function bar(random: Random): string {
  const [x, height] = [between(random, 0, WIDTH_PX - 100), between(random, 50, HEIGHT_PX)];
  return `<rect x="${x}" y="${HEIGHT_PX - height}" width="${between(random, 20, 100)}" height="${height}" fill="${colour(random)}"/>`;
}

function colour(random: Random): string {
  return `hsl(${between(random, 0, 359)} ${between(random, 20, 70)}% ${between(random, 25, 85)}%)`;
}
