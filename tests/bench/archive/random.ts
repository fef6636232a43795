/** A stream of numbers, each at least 0 and less than 1. */
export type Random = () => number;

/** The same stream for the same seed: Mulberry32, whose 32 bits of state are plenty for made-up text. */
export function seededRandom(seed: string): Random {
  let state = hash(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a over the seed's code units. */
function hash(seed: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) value = Math.imul(value ^ seed.charCodeAt(index), 0x01000193);
  return value;
}

/** A whole number between two, both included. */
export function between(random: Random, min: number, max: number): number {
  return min + Math.floor(random() * (max - min + 1));
}

export function chance(random: Random, probability: number): boolean {
  return random() < probability;
}

/** As many results as a number between two, both included. */
export function several<T>(random: Random, min: number, max: number, make: () => T): readonly T[] {
  return Array.from({ length: between(random, min, max) }, make);
}

/**
 * Draws from a list whose earlier entries are likelier: the entry of rank r, counted from 1, with a weight of
 * (r + shift) to the power of -exponent (the law of Zipf and Mandelbrot).
 */
export function zipfian<T>(entries: readonly T[], exponent: number, shift = 0): (random: Random) => T {
  let total = 0;
  const cumulative = entries.map((_, index) => {
    total += (index + 1 + shift) ** -exponent;
    return total;
  });
  return (random) => {
    const drawn = entries[firstAbove(cumulative, random() * total)];
    if (drawn === undefined) throw new Error("There is nothing to draw from.");
    return drawn;
  };
}

/** Where the first number lies that is greater than `value`, by halves. */
function firstAbove(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
