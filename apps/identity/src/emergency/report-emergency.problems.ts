import { createToProblem } from '@bindery/subgraph';
import { signedInProblems } from '../sessions';
import type { ReportEmergencyError } from './report-emergency';
import type { ReportEmergencyResult } from './report-emergency.result';

export const toReportEmergencyProblem = createToProblem<ReportEmergencyError, typeof ReportEmergencyResult>(
  signedInProblems,
);
