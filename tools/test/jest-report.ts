import type { Counts } from './summary';

interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Files that could not even be loaded; their tests are counted nowhere else. */
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/**
 * What a Jest run came to, from the JSON text it wrote (undefined when it wrote none) and its exit code. A run that
 * crashed, or that failed outside of any test, is one failure: it never looks like a success.
 */
export function readJestReport(text: string | undefined, code: number | null): Counts {
  const report = parse(text);
  if (!report) return { passed: 0, failed: 1, skipped: [] };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: namesOfSkipped(report),
  };
}

function parse(text: string | undefined): JestReport | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as JestReport);
  } catch {
    return undefined;
  }
}

function namesOfSkipped({ testResults }: JestReport): string[] {
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'pending' || status === 'todo').map(({ fullName }) => fullName),
  );
}
