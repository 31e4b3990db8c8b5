import { createAbuseLedger } from '@bindery/abuse-ledger';
import { handleJobs } from '@bindery/jobs';
import { givenId } from '@bindery/kernel';
import {
  createGatewayOnly,
  tellSpentBudget,
  type Feature,
  type FeatureClasses,
  type Foundation,
} from '@bindery/subgraph';
import type { KeyRing } from '@bindery/trust';
import { hasLock } from '../accounts';
import type { Catalogue } from '../catalogue';
import { listCardsById } from '../lifecycle';
import { hasUsage } from '../usage';
import { AccountExportsResolver } from './account-exports.resolver';
import { BeforeUnbindResolver } from './before-unbind.resolver';
import { createCancelExport } from './cancel-export';
import { createExportLinks } from './fetch/export-links';
import { createExportUsage } from './export-usage';
import { exportJobs } from './export.jobs';
import { ExportResolver } from './export.resolver';
import { exportBudgets } from './export.rules';
import { addExportsRoute } from './fetch/exports.route';
import { createMakeExportLink } from './make-export-link';
import { createNamesOf } from './file/names-of-export';
import { createReadExport } from './fetch/read-export';
import { UsageExportPartRow } from './usage-export-part.entity';
import { UsageExportRow } from './usage-export.entity';
import { toUsageExportType } from './usage-export.mapper';
import { deleteExpired, findExport, listExports } from './usage-export.repository';
import { createTellReady } from './file/tell-ready';
import { createWriteExport } from './file/write-export';

export const exportClasses = {
  resolvers: [ExportResolver, AccountExportsResolver, BeforeUnbindResolver],
  entities: [UsageExportRow, UsageExportPartRow],
} satisfies FeatureClasses;

interface ExportDeps {
  readonly catalogue: Catalogue;
  /** What links are signed with, the current one first. */
  readonly linkKeys: KeyRing;
}

/** More than an account can ask for in the time that they are kept. */
const listedMax = 50;

/** Files of uses: asked for, written by a job, fetched by a link. */
export function createExport(foundation: Foundation, { catalogue, linkKeys }: ExportDeps) {
  const { db, once, unitOfWork, outbox, clock } = foundation;
  const links = createExportLinks(linkKeys);
  const ledger = createAbuseLedger({
    rules: exportBudgets,
    key: [...linkKeys.values()].at(-1) ?? new Uint8Array(),
    clock,
    onSpent: tellSpentBudget(foundation),
  });
  const namesOf = createNamesOf({ listCardsById: (ids) => listCardsById(db, ids), catalogue });
  const writeExport = createWriteExport({ db, unitOfWork, namesOf, tellReady: createTellReady(outbox), clock });
  const readExport = createReadExport({ db, links, isLocked: hasLock, clock });
  const gatewayOnly = createGatewayOnly(foundation);
  return {
    feature: {
      resolvers: [
        new ExportResolver({
          exportUsage: createExportUsage({ once, db, ledger, clock }),
          cancelExport: createCancelExport({ once }),
          makeExportLink: createMakeExportLink({ once, db, ledger, links, isLocked: hasLock, clock }),
          findExport: (id) => findExport(db, id),
          clock,
        }),
        new AccountExportsResolver({ listExports: (accountId) => listExports(db, accountId, listedMax), clock }),
        new BeforeUnbindResolver((bindingId) => hasUsage(db, bindingId)),
      ],
      references: {
        UsageExport: async ({ id }, { viewer }) => {
          const found = viewer && (await findExport(db, givenId('usage_export', id), viewer.accountId));
          return found ? toUsageExportType(found, clock.now()) : null;
        },
      },
      jobs: handleJobs(exportJobs, { 'write-usage-export': ({ exportId }) => writeExport(exportId) }),
      routes: (app) => addExportsRoute(app, { gatewayOnly, readExport, clock }),
      prune: async () => ({ usageExports: await unitOfWork.run((tx) => deleteExpired(tx, clock.now())) }),
    } satisfies Feature,
  };
}
