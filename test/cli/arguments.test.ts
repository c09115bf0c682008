import { describe, expect, it } from 'vitest';
import { commandNames, commands, optionNames } from '../../src/cli/commands.js';
import { version } from '../../src/version.js';
import { project, run } from './terminal.js';

const host = project({});

describe('the command line', () => {
  it.each([['--version'], ['-V'], ['build', '--version']])('%s %s prints the version', async (...argv) => {
    expect(await run(argv, host)).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([[[]], [['--help']], [['-h']], [['help']]])('%j prints help', async (argv) => {
    const { code, stdout, stderr } = await run(argv, host);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const name of commandNames) expect(stdout).toContain(`  ${name}`);
  });

  it.each(commandNames)('%s --help prints its options', async (name) => {
    for (const argv of [
      [name, '--help'],
      ['help', name],
      [name, '-h', 'a.txt'],
    ]) {
      const { code, stdout } = await run(argv, host);
      expect(code).toBe(0);
      expect(stdout).toContain(commands[name].usage);
      for (const option of commands[name].options) expect(stdout).toContain(`--${option}`);
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(110);
    }
  });

  it('has no option that no command takes', () => {
    const taken = new Set<string>([
      'help',
      'version',
      ...commandNames.flatMap((name) => commands[name].options),
    ]);
    expect(optionNames.filter((name) => !taken.has(name))).toEqual([]);
  });

  it.each([
    [['biuld'], 'Unexpected command biuld, expected build'],
    [['a.txt'], 'Unexpected command a.txt, expected build, check, inspect'],
    [['build', '--fromat', 'tei'], 'Unexpected option --fromat, expected --format'],
    [['build', '-x'], 'Unexpected option -x, expected --out'],
    [['build', '--stage', 'tei'], 'Unexpected option --stage for build, expected --'],
    [['build', '--out'], '--out needs a value: --out DIR'],
    [['build', '--out='], '--out needs a value'],
    [['build', '--out', '--quiet'], '--out needs a value'],
    [['build', '--report'], '--report needs a value: --report FILE.json'],
    [['build', '--quiet=yes'], 'Unexpected value for --quiet, expected none'],
    [['build', '--format', 'tei,pfd'], 'Unexpected format pfd, expected pdf'],
    [['build', '--format', 'tei,'], 'Unexpected empty place in the list of formats'],
    [['build', '--format', 'tei', '--format', 'pdf'], '--format is given more than once'],
    [['build', '--out', 'a', '--out=b'], '--out is given more than once'],
    [['build', '--design', 'raeding'], 'Unexpected design raeding, expected reading'],
    [['inspect', '--stage', 'tei'], 'inspect needs a source: marginalia inspect FILE --stage'],
    [['inspect', 'a.txt', 'b.txt', '--stage', 'tei'], 'Unexpected 2 sources, expected one'],
    [['inspect', 'a.txt'], 'inspect needs --stage edition|tei|galley|pages option-value'],
    [['build', 'a.txt', ''], 'Unexpected empty name, expected FILE or DIR'],
    [['inspect', 'a.txt', '--stage', 'gallery'], 'Unexpected stage gallery, expected galley'],
  ])('%j is refused with a suggestion and 1', async (argv, expected) => {
    const before = [...host.files.keys()];
    const { code, stdout, stderr } = await run(argv, host);
    expect(stderr).toContain(expected);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect([...host.files.keys()]).toEqual(before);
  });

  it('tells all faults at once, each at its word', async () => {
    const { stderr } = await run(['build', '--fromat', 'x', '--quite'], host);
    expect(stderr).toContain('command-line:1:18 error Unexpected option --fromat');
    expect(stderr).toContain('  1 | marginalia build --fromat x --quite\n    |                  ^^^^^^^^\n');
    expect(stderr).toContain('command-line:1:29 error Unexpected option --quite, expected --quiet');
  });

  it.each([
    [['inspect', 'a.txt'], 'inspect --help'],
    [['inspect', 'a.txt', '--stage', 'gallery'], 'inspect --help'],
    [['inspect', '--stage', 'tei'], 'inspect --help'],
    [['build', '--report'], 'build --help'],
    [['build', '--quiet=yes'], 'build --help'],
    [['check', '--format', 'pfd'], 'check --help'],
    [['check', ''], 'check --help'],
    [['build', '--fromat', 'tei'], 'build --help'],
    [['--fromat', 'tei'], '--help'],
    [['biuld'], '--help'],
  ])('%j: the hint names the help on the command', async (argv, help) => {
    const { stderr } = await run(argv, host);
    expect(stderr).toContain(`See \`marginalia ${help}\`.`);
    expect(stderr).not.toContain('COMMAND');
  });

  it('marks the option that counts: the last, and no word that only looks like it', async () => {
    const place = async (...argv: string[]): Promise<string | undefined> =>
      /command-line:1:(\d+)/.exec((await run(argv, host)).stderr)?.[1];
    expect(await place('build', '--format', 'tei', '--format', 'pfd')).toBe('31');
    expect(await place('build', 'a --design b', '--design', 'raeding')).toBe('33');
    expect(await place('inspect', 'x --stage y.txt', '--stage', 'gallery')).toBe('38');
  });

  it('takes words after -- as names', async () => {
    const { stderr } = await run(['build', '--', '--out'], host);
    expect(stderr).toContain('--out:1:1 error There is no such file or folder. source-missing');
  });

  it('refuses a SOURCE_DATE_EPOCH that is none', async () => {
    for (const epoch of ['soon', '-1', '1.5', '999999999999']) {
      const { code, stderr } = await run(['check'], project({}, { env: { SOURCE_DATE_EPOCH: epoch } }));
      expect(code).toBe(1);
      expect(stderr).toContain(`Unexpected SOURCE_DATE_EPOCH ${epoch}`);
    }
  });

  it('writes what is wrong with it into the report, too', async () => {
    const own = project({});
    expect((await run(['build', '--quite', '--report', 'r.json'], own)).code).toBe(1);
    const report: unknown = JSON.parse(new TextDecoder().decode(own.files.get('/project/r.json')));
    expect(report).toMatchObject({
      diagnostics: [{ file: 'command-line', ruleId: 'option-unknown', line: 1, column: 18 }],
    });
  });
});
