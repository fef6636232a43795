/** How far a verification is. */
export interface Advance {
  expect(total: number): void;
  advance(): void;
}
