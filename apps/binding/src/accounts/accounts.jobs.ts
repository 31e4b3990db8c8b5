import { z } from 'zod';
import { defineJobs } from '@bindery/jobs';
import { isId, type Id } from '@bindery/kernel';

export const accountJobs = defineJobs({
  /** The end that an account's lock had from its beginning has come. */
  'end-account-lock': z.object({
    accountId: z.string().refine((text): text is Id<'account'> => isId('account', text)),
  }),
});
