import { givenId, type Clock, type Id } from '@bindery/kernel';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { inWords, requireViewer, type RequestContext } from '@bindery/subgraph';
import type { CancelExport } from './cancel-export';
import type { ExportUsage } from './export-usage';
import { CancelUsageExportInput, CreateUsageExportLinkInput, ExportUsageInput } from './export.input';
import { toCancelProblem, toExportProblem, toLinkProblem } from './export.problems';
import {
  CancelUsageExportResult,
  CancelUsageExportSuccess,
  CreateUsageExportLinkResult,
  CreateUsageExportLinkSuccess,
  ExportUsageResult,
  ExportUsageSuccess,
} from './export.result';
import { keptForMs, linkLifetimeMs, type UsageExport } from './export.rules';
import type { MakeExportLink } from './make-export-link';
import { toUsageExportType } from './usage-export.mapper';
import type { UsageExportType } from './usage-export.type';

interface ExportResolverDeps {
  readonly exportUsage: ExportUsage;
  readonly cancelExport: CancelExport;
  readonly makeExportLink: MakeExportLink;
  readonly findExport: (id: Id<'usage_export'>) => Promise<UsageExport | null>;
  readonly clock: Clock;
}

@Resolver()
export class ExportResolver {
  constructor(private readonly deps: ExportResolverDeps) {}

  @Mutation(() => ExportUsageResult, {
    description: `Has the uses of all cards, or those of a filter, written into a file, which is kept for ${inWords(keptForMs)} (requirements 6, 31).`,
  })
  async exportUsage(
    @Arg('input', { description: 'Which uses, and how they are written.' }) input: ExportUsageInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ExportUsageResult> {
    const { filter, timeZone = null, ...order } = input;
    const { locale } = context;
    const command = { ...order, timeZone, filter: filter ?? {}, locale, viewer: requireViewer(context) };
    const result = await this.deps.exportUsage(command);
    if (!result.ok) return toExportProblem(result.error, locale);
    return Object.assign(new ExportUsageSuccess(), { export: await this.show(result.value.exportId) });
  }

  @Mutation(() => CancelUsageExportResult, { description: 'Stops a file of uses from being written any further.' })
  async cancelUsageExport(
    @Arg('input', { description: 'Which one.' }) { idempotencyKey, exportId }: CancelUsageExportInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CancelUsageExportResult> {
    const command = { idempotencyKey, exportId: givenId('usage_export', exportId), viewer: requireViewer(context) };
    const result = await this.deps.cancelExport(command);
    if (!result.ok) return toCancelProblem(result.error, context.locale);
    return Object.assign(new CancelUsageExportSuccess(), { export: await this.show(result.value.exportId) });
  }

  @Mutation(() => CreateUsageExportLinkResult, {
    description: `A link to a file of uses that is ready, good for ${inWords(linkLifetimeMs)}; as many as are needed.`,
  })
  async createUsageExportLink(
    @Arg('input', { description: 'Which one.' }) { idempotencyKey, exportId }: CreateUsageExportLinkInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CreateUsageExportLinkResult> {
    const command = { idempotencyKey, exportId: givenId('usage_export', exportId), viewer: requireViewer(context) };
    const result = await this.deps.makeExportLink(command);
    if (!result.ok) return toLinkProblem(result.error, context.locale);
    const { token, expiresAt } = result.value;
    return Object.assign(new CreateUsageExportLinkSuccess(), { path: `/usage-exports/${token}`, expiresAt });
  }

  private async show(id: Id<'usage_export'>): Promise<UsageExportType> {
    const found = await this.deps.findExport(id);
    if (!found) throw new Error(`export ${id} is gone after its mutation`);
    return toUsageExportType(found, this.deps.clock.now());
  }
}
