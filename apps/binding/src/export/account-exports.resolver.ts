import type { Clock, Id } from '@bindery/kernel';
import { Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { inWords, listOfAbout } from '@bindery/subgraph';
import { AccountType } from '../cards';
import { keptForMs, type UsageExport } from './export.rules';
import { toUsageExportType } from './usage-export.mapper';
import { UsageExportType } from './usage-export.type';

interface AccountExportsResolverDeps {
  readonly listExports: (accountId: Id<'account'>) => Promise<UsageExport[]>;
  readonly clock: Clock;
}

@Resolver(() => AccountType)
export class AccountExportsResolver {
  constructor(private readonly deps: AccountExportsResolverDeps) {}

  @Directive(listOfAbout(3))
  @FieldResolver(() => [UsageExportType], {
    nullable: true,
    description: `Files of uses that were asked for, the newest first; each goes ${inWords(keptForMs)} after it was ready.`,
  })
  async usageExports(@Root() { id }: AccountType): Promise<UsageExportType[]> {
    const { listExports, clock } = this.deps;
    return (await listExports(id)).map((each) => toUsageExportType(each, clock.now()));
  }
}
