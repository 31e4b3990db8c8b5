import { readJestReport } from './jest-report';

const report = (counts: object, statuses: readonly string[] = []) =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numRuntimeErrorTestSuites: 0,
    testResults: [{ assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}` })) }],
    ...counts,
  });

describe('report of a Jest run', () => {
  it('counts what passed and names what was skipped', () => {
    expect(readJestReport(report({}, ['passed', 'pending', 'todo']), 0)).toEqual({
      passed: 3,
      failed: 0,
      skipped: ['test 1', 'test 2'],
    });
  });

  it('counts failed tests and files that could not be loaded', () => {
    expect(readJestReport(report({ numFailedTests: 2, numRuntimeErrorTestSuites: 1 }), 1).failed).toBe(3);
  });

  it.each([
    ['wrote no report', undefined, 1],
    ['was killed while it wrote', '{"numPassed', null],
  ])('counts a run that %s as a failure', (_what, text, code) => {
    expect(readJestReport(text, code)).toEqual({ passed: 0, failed: 1, skipped: [] });
  });

  it('counts a run that failed outside of its tests as a failure', () => {
    expect(readJestReport(report({}), 1)).toMatchObject({ passed: 3, failed: 1 });
  });
});
