import { rules, type RuleId } from './rules.js';

/** docs/diagnostics.md: every rule with its meaning and what to do. Made from the registry. */
export function diagnosticsPage(): string {
  const entries = Object.keys(rules)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((id) => {
      const rule = rules[id as RuleId]; // a key of the registry
      return `## ${id}\n\n**${rule.severity}.** ${rule.summary}\n\n${rule.hint}\n`;
    });
  return [
    '# Diagnostics\n',
    'Everything the program can say about a source, a sidecar, a project or a command. After an **error** nothing is\n' +
      'written for the source and the command ends with 1; after a **warning** the edition is made and the editor should\n' +
      'look; **info** is said for the record. This page is made from `src/diagnostics/rules.ts` by\n' +
      '`npx vitest run test/diagnostics -u`.\n',
    ...entries,
  ].join('\n');
}
