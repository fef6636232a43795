import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AnswerPace } from "../../src/browser/search/answer-pace.ts";
import type { SearchAnswer } from "../../src/formats/search/search-answer.ts";
import { NO_REQUEST } from "../../src/formats/search/search-request.ts";
import { sampleAnswer, sampleFound } from "./sample-answer.ts";

const part = (total: number): SearchAnswer => sampleAnswer({ total, isComplete: false });
const before = sampleAnswer({ request: { ...NO_REQUEST, query: "tal" } });

let shown: number[];
let pace: AnswerPace;

beforeEach(() => {
  vi.useFakeTimers();
  shown = [];
  pace = new AnswerPace(({ total }) => shown.push(total));
});
afterEach(() => void vi.useRealTimers());

describe("the pace of answers", () => {
  it("shows the first answer at once, since nothing is there that it could disturb", () => {
    pace.take(part(1), undefined);
    expect(shown).toEqual([1]);
  });

  it("shows a complete answer at once, and no part of it before", () => {
    pace.take(part(1), part(0));
    vi.advanceTimersByTime(200);
    pace.take(part(2), part(0));
    pace.take(sampleAnswer({ total: 3 }), part(0));
    vi.runAllTimers();
    expect(shown).toEqual([3]);
  });

  it("shows the latest part to whom the whole keeps waiting", () => {
    pace.take(part(1), part(0));
    pace.take(part(2), part(0));
    vi.advanceTimersByTime(249);
    expect(shown).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(shown).toEqual([2]);
  });

  it("is quick where stories of another search are on the screen and only the best of this one is there", () => {
    pace.take(part(1), before);
    expect(shown).toEqual([]);
    vi.advanceTimersByTime(50);
    expect(shown).toEqual([1]);
  });

  it("shows several stories at once where those of another search are on the screen", () => {
    pace.take(sampleAnswer({ stories: [sampleFound(), sampleFound()], isComplete: false }), before);
    expect(shown).toEqual([2]);
  });

  it("shows nothing of what was dropped", () => {
    pace.take(part(1), before);
    pace.drop();
    vi.runAllTimers();
    expect(shown).toEqual([]);
  });
});
