/**
 * Language tags on elements and in the package.
 */

/** Well-formed by RFC 5646, 2.1, without the grandfathered tags. */
const wellFormed =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$|^x(?:-[a-z\d]{1,8})+$/i;

/** Languages and scripts written from right to left. */
const rightToLeft = /^(?:ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)(?:-|$)|-(?:arab|hebr|syrc|thaa)(?:-|$)/i;
const leftToRightScript = /-(?:latn|cyrl)(?:-|$)/i;

/** The tag if it is well-formed, otherwise `und`, undetermined. */
export function languageTag(lang: string): string {
  return wellFormed.test(lang) ? lang : 'und';
}

/** Attributes of an element in another language than its surroundings; none if `lang` is undefined. */
export function languageAttributes(lang: string | undefined): Record<string, string> {
  if (lang === undefined) return {};
  const tag = languageTag(lang);
  return {
    lang: tag,
    'xml:lang': tag,
    ...(rightToLeft.test(tag) && !leftToRightScript.test(tag) ? { dir: 'rtl' } : {}),
  };
}
