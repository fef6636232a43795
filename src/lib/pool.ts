/** Does something with each of many, so many at a time. The results are in the order of the many. */
export async function inParallel<T, R>(many: readonly T[], atOnce: number, run: (one: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = many.entries();
  const work = async (): Promise<void> => {
    for (const [index, one] of queue) results[index] = await run(one);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}
