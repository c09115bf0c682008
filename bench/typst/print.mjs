/**
 * The whole of what a Node program needs to make a PDF with Typst: `node print.mjs SOURCE.typ OUT.pdf FONT…`.
 * It is copied beside the package that it imports.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const [source = '', out = '', ...fonts] = process.argv.slice(2);
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(font)) }] });
const compiled = compiler.compile({ mainFileContent: readFileSync(source, 'utf8') });
if (compiled.result === null) {
  compiled.printErrors();
  process.exit(1);
}
writeFileSync(out, compiler.pdf(compiled.result));
