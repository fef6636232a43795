/** Inline elements, across which a word may continue. All others separate words. Browsers put `font` around translated text. */
export const INLINE_ELEMENTS: readonly string[] =
  "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr".split(" ");
