import type { FactorModule } from '../factor-module';

/**
 * Six digits by mail. Not offered: no mailbox can be confirmed yet, and a channel that never carried a code must not
 * become one. `identity` tells of mailboxes; its `offer` comes with their confirmation.
 */
export const emailCode: FactorModule<'EMAIL_CODE'> = {
  name: 'EMAIL_CODE',
  description: 'Six digits sent to a confirmed mailbox; offered once mailboxes can be confirmed.',
};
