import { addUp, toSummary } from './summary';

describe('test summary', () => {
  it('ends with the totals alone on the last line', () => {
    const lines = toSummary([
      { stage: 'lint', passed: 1, failed: 0, skipped: [], seconds: 3 },
      { stage: 'tests', passed: 40, failed: 2, skipped: [], seconds: 9 },
    ]).split('\n');
    expect(lines.at(-1)).toBe('41 passed, 2 failed');
  });

  it('names and counts what was skipped', () => {
    const text = toSummary([{ stage: 'tests', passed: 1, failed: 0, skipped: ['kafka keeps order'], seconds: 9 }]);
    expect(text).toContain('  - kafka keeps order');
    expect(text.endsWith('1 passed, 0 failed, 1 skipped')).toBe(true);
  });
});

describe('the counts of several runs', () => {
  it('are those of one', () => {
    expect(
      addUp([
        { passed: 3, failed: 0, skipped: ['a'] },
        { passed: 4, failed: 1, skipped: ['b'] },
      ]),
    ).toEqual({ passed: 7, failed: 1, skipped: ['a', 'b'] });
  });
});
