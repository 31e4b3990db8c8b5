import { defineJobs, idField } from '@bindery/jobs';
import { z } from 'zod';

export const revocationJobs = defineJobs({
  /** Asks a provider how far its readers are with forgetting a credential. */
  'follow-revocation': z.object({ bindingId: idField('binding') }),
});
