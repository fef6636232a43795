/** The quotation marks of a language. Some have a space of their own within them. */
export interface QuotationMarks {
  /** For straight double marks: opening and closing. */
  readonly double: readonly [open: string, close: string];
  /** For straight single marks: opening and closing. */
  readonly single: readonly [open: string, close: string];
}

/**
 * Marks by language: double opening and closing, single opening and closing. From the Unicode CLDR 48 (`delimiters`), except
 * for German in Switzerland and Liechtenstein, where the Federal Chancellery and the press write guillemets. Languages that
 * are not here have the marks of English, as in CLDR.
 */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  "„“‚‘": "bs-Cyrl cs de dsb et hr hsb is ksh lb luy mk nds sk sl",
  "«»‹›": "am az-Cyrl de-CH de-LI fa fr-CH gsw mzn rm sdh",
  "”“’‘": "ar lld ms-Arab syr ur",
  "«»“”":
    "ast blo br ca el es-US eu it kab kk lij mg mua pms pt-AO pt-CH pt-CV pt-GQ pt-GW pt-LU pt-MO pt-MZ pt-PT pt-ST pt-TL sc sg ti",
  "«»„“": "bas be bua ky os ru sah tyv uk",
  "„“„“": "bg lt prg sgs",
  "„”‘’": "bs",
  "«»‘’": "dua nb nn no rw",
  "“”«»": "eo",
  "””’’": "fi he rn se sn sv yi",
  "«»«»": "fr ht hy oc yav",
  "«»”“": "fr-CA",
  "‘’“”": "fur ia tn",
  "„”»«": "hu szl",
  "「」『』": "ja yue zh-Hant",
  "„“«»": "ka",
  "»«›‹": "kk-Arab ug",
  "‘’‘’": "nl",
  "„”«»": "nmg pl ro",
  "«»„”": "shi zgh",
  "„”’’": "sr",
  "“’“’": "st",
  "“”“”": "tk",
  "“”’‘": "uz",
};

const ENGLISH = "“”‘’";

const MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries(BY_LANGUAGE).flatMap(([marks, languages]) => languages.split(" ").map((language) => [language, marks] as const)),
);

const NARROW_NO_BREAK_SPACE = "\u202F";

/** The quotation marks of a BCP 47 language tag, such as `de-AT`. */
export function quotationMarks(tag: string): QuotationMarks {
  const { language, region, script } = new Intl.Locale(tag).maximize();
  const marks = [`${language}-${region}`, `${language}-${script}`, language].flatMap((key) => MARKS.get(key) ?? [])[0] ?? ENGLISH;
  const isSpaced = language === "fr";
  const [first = "", second = "", third = "", fourth = ""] = [...marks].map((mark) => (isSpaced ? spaced(mark) : mark));
  return { double: [first, second], single: [third, fourth] };
}

/** French guillemets keep a narrow space from the words, where no line breaks. */
function spaced(mark: string): string {
  if (mark === "«" || mark === "‹") return mark + NARROW_NO_BREAK_SPACE;
  return mark === "»" || mark === "›" ? NARROW_NO_BREAK_SPACE + mark : mark;
}
