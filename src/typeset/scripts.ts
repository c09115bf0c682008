/** Scripts of characters (UAX 24), by long names. */
const tests = new Map<string, RegExp>();

/** The first of the scripts that a character of the text has or shares; undefined for a name that Unicode does not know. */
export function scriptIn(text: string, scripts: readonly string[]): string | undefined {
  return scripts.find((script) => {
    let test = tests.get(script);
    if (!test) {
      try {
        test = new RegExp(`\\p{Script_Extensions=${script}}`, 'u');
      } catch {
        // A design names a script that is none: it has no characters.
        test = /(?!)/;
      }
      tests.set(script, test);
    }
    return test.test(text);
  });
}
