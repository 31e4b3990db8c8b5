import { z } from 'zod';
import { defineJobs, idField } from '@bindery/jobs';

export const caseJobs = defineJobs({
  /** The time has come by which a case was to be answered. May run twice, or late: it looks first. */
  'case-deadline': z.object({ caseId: idField('case') }),
  /** A case was opened or closed, which its holder is told. May run twice: it looks what was told. */
  'tell-case': z.object({ caseId: idField('case') }),
});
