import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { names, page, project, run } from './terminal.js';

const reading = readFileSync(new URL('../../templates/designs/reading.yaml', import.meta.url), 'utf8');
const words = page('He said "not yet" on pages 1-2.');

/** Words of the pages. */
async function pagesOf(
  host: ReturnType<typeof project>,
  ...argv: string[]
): Promise<{ width: number; text: string }> {
  const { code, stdout, stderr } = await run(['inspect', 'a.txt', '--stage', 'pages', ...argv], host);
  expect({ code, stderr: stderr.replace(/^(?!.* error ).*\n/gm, '') }).toEqual({ code: 0, stderr: '' });
  const { pages } = JSON.parse(stdout) as { pages: { width: number; items: { text?: string }[] }[] };
  return {
    width: pages[0]?.width ?? 0,
    text: pages.flatMap(({ items }) => items.map(({ text }) => text ?? '')).join(''),
  };
}

describe('a design of a project’s own', () => {
  const ours = reading
    .replace(/^ {2}width: 170/m, '  width: 180')
    .replace('punctuation: typographic', 'punctuation: as-source');

  it('is named in edition.yaml, or on the command line', async () => {
    const shipped = await pagesOf(project({ 'a.txt': words }));
    const named = await pagesOf(
      project({ 'a.txt': words, 'edition.yaml': 'design: d/ours.yaml', 'd/ours.yaml': ours }),
    );
    expect(named.width - shipped.width).toBeCloseTo((10 * 72) / 25.4, 1);
    expect(shipped.text).toContain('“not');
    expect(named.text).toContain('"not');
    const asked = await pagesOf(project({ 'a.txt': words, 'ours.yaml': ours }), '--design', 'ours.yaml');
    expect(asked.width).toBe(named.width);
  });

  it.each([
    [
      ours.replace('width: 180', 'width: -1'),
      /^d\/ours\.yaml:\d+:\d+ error Unexpected -1, expected a number over 0/m,
    ],
    [
      ours.replace('  width: 180', '  widht: 180'),
      /^d\/ours\.yaml:\d+:3 error Unexpected key “widht”, expected “width”/m,
    ],
    [
      ours.replace('  face: roman', '  face: romna'),
      /^d\/ours\.yaml:\d+:\d+ error Unexpected face “romna”, expected roman/m,
    ],
    ['name: x', /^d\/ours\.yaml:1:1 error The key “page” is missing here/m],
  ])('is refused where it does not fit', async (design, expected) => {
    const files = { 'a.txt': words, 'd/ours.yaml': design };
    const host = project({ ...files, 'edition.yaml': 'design: d/ours.yaml' });
    const { code, stderr } = await run(['build', 'a.txt'], host);
    expect(code).toBe(1);
    expect(stderr).toMatch(expected);
    expect(stderr).toContain('edition.yaml:1:9 error The design d/ours.yaml cannot be used design-unknown');
    expect(names(host)).toEqual(['a.txt', 'd/ours.yaml', 'edition.yaml']);
    const asked = await run(['build', 'a.txt', '--design', 'd/ours.yaml'], project(files));
    expect(asked.code).toBe(1);
    expect(asked.stderr).toMatch(expected);
  });

  it('is refused where it is not there, or outside of the project', async () => {
    const none = await run(['check', 'a.txt', '--design', 'none.yaml'], project({ 'a.txt': words }));
    expect(none.stderr).toContain('none.yaml:1:1 error There is no such file or folder. source-missing');
    const out = await run(
      ['check', 'a.txt'],
      project({ 'a.txt': words, 'edition.yaml': 'design: ../x.yaml' }),
    );
    expect(out.rules).toContain('config-path');
  });
});
