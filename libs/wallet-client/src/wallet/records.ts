import { documents } from '../documents';
import { pause } from '../pause';
import type { ConsentView, Outcome } from '../wallet-types';
import { newKey, settleTimeoutMs, type Connection } from './connection';
import { expectMember } from './outcome';

/** What stays in the account whatever becomes of a card: consents, and files of uses. */
export function createRecords({ ask, mutate }: Connection) {
  async function waitForFile(exportId: string): Promise<void> {
    type Exports = { usageExports: { id: string; state: string }[] };
    for (const deadline = Date.now() + settleTimeoutMs; ; await pause(100)) {
      const { viewer } = await ask<'viewer', Exports>(documents.usageExports);
      const state = viewer.usageExports.find(({ id }) => id === exportId)?.state;
      if (state === 'READY') return;
      if (Date.now() > deadline) throw new Error(`the file is ${state ?? 'gone'}, not READY`);
    }
  }

  return {
    /** All of them, newest first. */
    async consents(): Promise<ConsentView[]> {
      type Page = { edges: { node: ConsentView }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
      const found: ConsentView[] = [];
      for (let after: string | null | undefined; after !== null;) {
        const { viewer } = await ask<'viewer', { consents: Page }>(documents.consents, { first: 50, after });
        const { edges, pageInfo } = viewer.consents;
        found.push(...edges.map(({ node }) => node));
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      }
      return found;
    },

    withdrawConsent: (consentId: string): Promise<Outcome> =>
      mutate(documents.withdrawConsent, { idempotencyKey: newKey(), consentId }),

    /** Has the uses of the account written, waits for the file, and answers its short-lived link, as a path at the host of the graph. */
    async exportUsage(format: 'CSV' | 'JSON', timeZone: string): Promise<string> {
      const ordered = expectMember<{ export: { id: string } }>(
        await mutate(documents.exportUsage, { idempotencyKey: newKey(), format, timeZone }),
        'ExportUsageSuccess',
      );
      await waitForFile(ordered.export.id);
      const link = await mutate(documents.createUsageExportLink, {
        idempotencyKey: newKey(),
        exportId: ordered.export.id,
      });
      return expectMember<{ path: string }>(link, 'CreateUsageExportLinkSuccess').path;
    },
  };
}
