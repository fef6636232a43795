import { describeRandomMarkdown } from "./markdown-fuzz.ts";

describeRandomMarkdown(80, "sample");
