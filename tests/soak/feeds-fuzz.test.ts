import { inject } from "vitest";
import { itCarriesRandomTexts } from "../unit/feeds-fuzz.ts";

itCarriesRandomTexts(300, `${inject("seed")} feeds`);
