/** RELAX NG by libxml2, in process (RELAX NG specification, ISO/IEC 19757-2; XML syntax). */

/** A compiled schema. It holds memory outside the JavaScript heap: dispose of it. */
export interface RelaxNg {
  /** What is wrong with a text, each with its line, in libxml2's words; nothing if the text is valid. */
  findings(xml: string): string[];
  dispose(): void;
}

/**
 * Loads libxml2 and compiles a schema. It is worth starting before it is needed: the WebAssembly is compiled beside our
 * own work.
 *
 * @throws Error if the schema itself is wrong.
 */
export async function openRelaxNg(schema: Uint8Array): Promise<RelaxNg> {
  const { ParseOption, RelaxNGValidator, XmlDocument, XmlLibError } = await import('libxml2-wasm');
  const option = ParseOption.XML_PARSE_NO_XXE;
  const grammar = XmlDocument.fromBuffer(schema);
  const validator = RelaxNGValidator.fromDoc(grammar);
  return {
    findings(xml) {
      let document: InstanceType<typeof XmlDocument> | undefined;
      try {
        document = XmlDocument.fromString(xml, { option });
        validator.validate(document);
        return [];
      } catch (error) {
        if (!(error instanceof XmlLibError)) throw error;
        if (error.details.length === 0) return [error.message || 'not well-formed'];
        return error.details.map(({ line, message }) => `line ${String(line)}: ${message.trim()}`);
      } finally {
        document?.dispose();
      }
    },
    dispose() {
      validator.dispose();
      grammar.dispose();
    },
  };
}
