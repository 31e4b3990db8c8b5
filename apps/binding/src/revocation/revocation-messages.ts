import { z } from 'zod';
import type { UnitOfWork } from '@bindery/persistence';
import type { NamedCredentials } from '../lifecycle';
import { readerReports, shortText } from '../providers';
import { defineMessage } from '../webhooks';
import type { TakeReport } from './take-report';

interface RevocationMessagesDeps {
  readonly unitOfWork: UnitOfWork;
  readonly credentials: NamedCredentials;
  readonly takeReport: TakeReport;
}

/** What providers tell of their readers by themselves. What comes before we know of the removal is asked for after it. */
export const revocationMessages = ({ unitOfWork, credentials, takeReport }: RevocationMessagesDeps) => [
  defineMessage(
    'credential.propagation',
    z.object({ credentialReference: shortText, readers: readerReports }),
    ({ credentialReference, readers }, provider) =>
      unitOfWork.run(async (tx) => {
        const binding = await credentials.find(tx, provider, credentialReference);
        if (!binding) return 'UNKNOWN_SUBJECT';
        if (binding.state.phase !== 'UNBOUND' && binding.state.phase !== 'RETIRED') return 'STALE';
        return (await takeReport(tx, binding.id, readers)) ? 'APPLIED' : 'STALE';
      }),
  ),
];
