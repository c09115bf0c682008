/** A text that ends as a sentence does. */
export const sentenceEnd = /[.!?…]["”’»)\]]*$/u;
