import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AnswerThrottle, shouldReplace } from "../../src/browser/search/answer-throttle.ts";
import type { SearchAnswer } from "../../src/formats/search/search-answer.ts";
import { NO_REQUEST } from "../../src/formats/search/search-request.ts";
import { sampleAnswer, sampleFound } from "./sample-answer.ts";

const partial = (total: number): SearchAnswer => sampleAnswer({ total, isComplete: false });
const before = sampleAnswer({ request: { ...NO_REQUEST, query: "tal" } });

let shown: number[];
let throttle: AnswerThrottle;

beforeEach(() => {
  vi.useFakeTimers();
  shown = [];
  throttle = new AnswerThrottle(({ total }) => shown.push(total));
});
afterEach(() => void vi.useRealTimers());

describe("the throttle of answers", () => {
  it("shows the first answer immediately", () => {
    throttle.push(partial(1), undefined);
    expect(shown).toEqual([1]);
  });

  it("shows a complete answer immediately, and drops the partial ones before", () => {
    throttle.push(partial(1), partial(0));
    vi.advanceTimersByTime(200);
    throttle.push(partial(2), partial(0));
    throttle.push(sampleAnswer({ total: 3 }), partial(0));
    vi.runAllTimers();
    expect(shown).toEqual([3]);
  });

  it("shows the latest partial answer after a delay", () => {
    throttle.push(partial(1), partial(0));
    throttle.push(partial(2), partial(0));
    vi.advanceTimersByTime(249);
    expect(shown).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(shown).toEqual([2]);
  });

  it("has a short delay while results of another search are shown and only one story is there", () => {
    throttle.push(partial(1), before);
    expect(shown).toEqual([]);
    vi.advanceTimersByTime(50);
    expect(shown).toEqual([1]);
  });

  it("shows several stories immediately while results of another search are shown", () => {
    throttle.push(sampleAnswer({ stories: [sampleFound(), sampleFound()], isComplete: false }), before);
    expect(shown).toEqual([2]);
  });

  it("shows nothing after it was cancelled", () => {
    throttle.push(partial(1), before);
    throttle.cancel();
    vi.runAllTimers();
    expect(shown).toEqual([]);
  });
});

const of = (query: string, stories: number, isComplete: boolean) =>
  sampleAnswer({ request: { ...NO_REQUEST, query }, stories: Array.from({ length: stories }, () => sampleFound()), isComplete });

describe("an answer replaces the one on the screen", () => {
  it("when it is complete, even without stories", () => {
    expect(shouldReplace(of("a", 3, true), of("b", 0, true))).toBe(true);
    expect(shouldReplace(undefined, of("b", 0, true))).toBe(true);
  });

  it("when it has its first story", () => {
    expect(shouldReplace(of("a", 3, true), of("b", 0, false))).toBe(false);
    expect(shouldReplace(of("a", 3, true), of("b", 1, false))).toBe(true);
    expect(shouldReplace(undefined, of("b", 0, false))).toBe(false);
  });

  it("when it has as many stories as are shown of the same search", () => {
    expect(shouldReplace(of("a", 20, true), of("a", 3, false))).toBe(false);
    expect(shouldReplace(of("a", 20, true), of("a", 20, false))).toBe(true);
  });
});
