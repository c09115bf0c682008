/** What print.mjs uses of Typst's package, which is not among our dependencies. */
declare module '@myriaddreamin/typst-ts-node-compiler' {
  class TypstDocument {
    readonly numOfPages: number;
  }
  class NodeCompiler {
    static create(args: { fontArgs: { fontBlobs: Uint8Array[] }[] }): NodeCompiler;
    compile(options: { mainFileContent: string }): {
      readonly result: TypstDocument | null;
      printErrors(): void;
    };
    pdf(document: TypstDocument): Uint8Array;
  }
}
