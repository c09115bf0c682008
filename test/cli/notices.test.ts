/** Notices of the command line that stop a build, each at its place, and what they leave untouched. */
import { describe, expect, it } from 'vitest';
import { names, page, project, run, textOf } from './terminal.js';

const tei = ['--format', 'tei'];

describe('notices of the command line', () => {
  it('option-value: at the option whose value is none', async () => {
    const { code, stderr, rules } = await run(['build', '--format', 'tei,pfd'], project({}));
    expect(code).toBe(1);
    expect(rules).toEqual(['option-value']);
    expect(stderr).toMatch(/^command-line:1:18 error Unexpected format pfd, expected pdf.* option-value$/m);
  });

  it('sums-malformed: at the line that is none', async () => {
    const sums = `${'0'.repeat(64)}  x.xml\nmine\n`;
    const host = project({ 'sources/a.txt': page(), 'dist/SHA256SUMS': sums });
    const { code, stderr, rules } = await run(['build', ...tei], host);
    expect(code).toBe(1);
    expect(rules).toContain('sums-malformed');
    expect(stderr).toMatch(/^dist\/SHA256SUMS:2:1 error The list of checksums .* sums-malformed$/m);
    expect(textOf(host, 'dist/SHA256SUMS')).toBe(sums);
  });

  it('output-overwrites-source: a report in the place of a source', async () => {
    const host = project({ 'sources/a.txt': page() });
    const { code, stderr, rules } = await run(['build', ...tei, '--report', 'sources/a.txt'], host);
    expect(code).toBe(1);
    expect(rules).toContain('output-overwrites-source');
    expect(stderr).toMatch(/^sources\/a\.txt:1:1 error The report would overwrite a file of the edition/m);
    expect(textOf(host, 'sources/a.txt')).toBe(page());
    expect(names(host)).toEqual(['sources/a.txt']);
  });
});
