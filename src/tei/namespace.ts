export const teiNamespace = 'http://www.tei-c.org/ns/1.0';
