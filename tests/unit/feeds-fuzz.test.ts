import { itCarriesRandomTexts } from "./feeds-fuzz.ts";

itCarriesRandomTexts(60, "hostile feeds");
