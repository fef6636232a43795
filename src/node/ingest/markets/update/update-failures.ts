/** A series of which nothing could be fetched, or nothing that can be believed. */
export interface FailedSeries {
  readonly id: string;
  readonly address: string;
  readonly problem: string;
  readonly remedy: string;
}

/** All that has gone wrong in an update, told at once. */
export class UpdateFailures extends Error {
  readonly failures: readonly FailedSeries[];

  /** @param asked how many series were to be updated */
  constructor(failures: readonly FailedSeries[], asked: number) {
    const lines = failures.map(({ id, address, problem, remedy }) => [id, address, problem, remedy].join("  "));
    super(`${lines.join("\n")}\n\n${failures.length} of ${asked} series failed.`);
    this.name = "UpdateFailures";
    this.failures = failures;
  }
}
