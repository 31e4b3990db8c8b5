import { z } from 'zod';
import { defineJobs, idField } from '@bindery/jobs';

export const accountJobs = defineJobs({
  /** The end that an account's lock had from its beginning has come. */
  'end-account-lock': z.object({
    accountId: idField('account'),
  }),
});
