import { inject } from "vitest";
import { describeRandomMarkdown } from "../unit/markdown-fuzz.ts";

describeRandomMarkdown(400, inject("seed"));
