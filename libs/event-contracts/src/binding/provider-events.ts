import { z } from 'zod';
import { defineEvent } from '../define-event';
import { at, localised, openWord, slug } from '../fields';

/** What of a provider has changed so far. */
const knownAspects = [
  'SHOWN',
  'TERMS',
  'SUSPEND',
  'RESTORE',
  'TIMES',
  'FEE',
  'OBLIGATIONS',
  'BIND_PROOF',
  'UNBIND_PROOF',
  'RESTORE_PROOF',
  'LIMITS',
  'SIGNALS',
  'OFFLINE',
  'DEVICE_MOVE',
  'CONNECTION',
] as const;

export const providerProfileChanged = defineEvent({
  type: 'bindery.provider.profile-changed.v1',
  topic: 'bindery.binding',
  key: 'provider',
  description:
    'What a provider can do or asks for is another from now on, or it is new. Who changed it stands in the audit of binding only.',
  data: z.object({
    provider: slug('code of the provider'),
    providerName: localised('name of the provider, to be shown'),
    version: z.int().positive().describe('which version of it this is, from 1; the same as `sequence`'),
    origin: openWord(['FILE', 'OPERATOR'], 'who said so: the file that came with the service, or an operator'),
    changed: z.array(openWord(knownAspects, 'what of it is another')).describe('empty for a provider that is new'),
    at,
  }),
});
