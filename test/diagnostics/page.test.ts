import { describe, expect, it } from 'vitest';
import { diagnosticsPage } from '../../src/diagnostics/page.js';
import { rules, type Rule } from '../../src/diagnostics/rules.js';

describe('docs/diagnostics.md', () => {
  it('is made from the registry (vitest -u writes it)', async () => {
    await expect(diagnosticsPage()).toMatchFileSnapshot('../../docs/diagnostics.md');
  });

  it.each(Object.entries<Rule>(rules))('%s is said in sentences', (id, { summary, hint }) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(summary).toMatch(/^[A-Z].*\.$/);
    expect(hint).toMatch(/[.!?]$/);
  });
});
