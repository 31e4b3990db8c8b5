import type { Id } from '@bindery/kernel';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { listOfAbout, type RequestContext } from '@bindery/subgraph';
import { BindingType, groupedBy } from '../cards';
import { toCaseType } from './binding-case.mapper';
import { BindingCaseType } from './binding-case.type';
import type { BindingCase } from './cases.rules';

interface BindingCasesResolverDeps {
  readonly listCases: (ids: readonly Id<'binding'>[]) => Promise<BindingCase[]>;
}

@Resolver(() => BindingType)
export class BindingCasesResolver {
  constructor(private readonly deps: BindingCasesResolverDeps) {}

  @Directive(listOfAbout(2))
  @FieldResolver(() => [BindingCaseType], {
    description: 'What people look into about it: open cases first, then the newest first; empty if none.',
  })
  async cases(@Root() { id }: BindingType, @Ctx() context: RequestContext): Promise<BindingCaseType[]> {
    const batch = groupedBy(this.deps.listCases, ({ bindingId }) => bindingId);
    const rows = await context.loader('cases of binding', batch).load(id);
    return rows.map((row) => toCaseType(row, context.locale));
  }
}
