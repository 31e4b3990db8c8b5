import type { Clock, Id } from '@bindery/kernel';
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { listOfAbout, type RequestContext } from '@bindery/subgraph';
import { groupedBy } from '../cards';
import { OpenCaseType, type BindingCaseAbout } from '../cases';
import type { ProviderView } from '../operations';
import {
  OpenCaseAnswerType,
  OpenCaseStepType,
  OpenCaseViewType,
  StatedProviderAnswerType,
} from './provider-answer.type';
import { askableFrom, stepsOf, type StatedAnswer, type Subject } from './provider-answer.rules';
import { toAnswerTypes, toStatedType } from './provider-answers.mapper';
import { say } from './provider-answers.words';

/** A case as it is looked at here. */
interface Looked {
  readonly id: Id<'case'>;
  readonly bindingId: Id<'binding'>;
  readonly about: BindingCaseAbout;
}

interface OpenCaseStepsResolverDeps {
  /** What cases wait for an answer about. */
  readonly listSubjects: (cases: readonly Looked[]) => Promise<Map<Id<'case'>, Subject[]>>;
  readonly listAnswers: (caseIds: readonly Id<'case'>[]) => Promise<StatedAnswer[]>;
  readonly listViews: (bindingIds: readonly Id<'binding'>[]) => Promise<ProviderView[]>;
  readonly clock: Clock;
}

/** What our people can do about an open case, and what they know of its provider; the list itself asks for the role. */
@Resolver(() => OpenCaseType)
export class OpenCaseStepsResolver {
  constructor(private readonly deps: OpenCaseStepsResolverDeps) {}

  @Directive(listOfAbout(2))
  @FieldResolver(() => [OpenCaseStepType], { description: 'What our people can do about it; never empty.' })
  async nextSteps(@Root() root: OpenCaseType, @Ctx() context: RequestContext): Promise<OpenCaseStepType[]> {
    const subjects = await this.subjectsOf(root, context);
    const isWaiting = (await this.statedOf(root, context)).some(({ decision }) => decision === null);
    const askFrom = askableFrom(root.askedAgainAt, this.deps.clock.now());
    return stepsOf({ about: root.about, subjects, isWaiting }).map((code) =>
      Object.assign(new OpenCaseStepType(), {
        ...{ code, text: say(context.locale, code) },
        from: code === 'ASK_AGAIN' ? askFrom : null,
      }),
    );
  }

  @Directive(listOfAbout(3))
  @FieldResolver(() => [OpenCaseAnswerType], {
    description: 'The answers of the provider that recordProviderAnswer takes; empty where it waits for none.',
  })
  async answers(@Root() root: OpenCaseType, @Ctx() context: RequestContext): Promise<OpenCaseAnswerType[]> {
    return (await this.subjectsOf(root, context)).flatMap(toAnswerTypes);
  }

  @Directive(listOfAbout(1))
  @FieldResolver(() => [StatedProviderAnswerType], {
    description:
      'What was taken down of the provider, the oldest first; without a decision it waits for a second agent.',
  })
  async stated(@Root() root: OpenCaseType, @Ctx() context: RequestContext): Promise<StatedProviderAnswerType[]> {
    return (await this.statedOf(root, context)).map(toStatedType);
  }

  @FieldResolver(() => OpenCaseViewType, {
    nullable: true,
    description: 'How the card stood at its provider when that was last asked; null where it was never bound.',
  })
  async providerView(@Root() root: OpenCaseType, @Ctx() context: RequestContext): Promise<OpenCaseViewType | null> {
    const batch = groupedBy(this.deps.listViews, ({ bindingId }) => bindingId);
    const [view] = await context.loader('provider views of cases', batch).load(root.bindingId);
    return view
      ? Object.assign(new OpenCaseViewType(), {
          ...view,
          vainLookCount: view.lookedInVain,
          nextLookAt: view.nextCompareAt,
        })
      : null;
  }

  private statedOf({ id }: OpenCaseType, context: RequestContext): Promise<StatedAnswer[]> {
    return context
      .loader(
        'answers of cases',
        groupedBy(this.deps.listAnswers, ({ caseId }) => caseId),
      )
      .load(id);
  }

  private subjectsOf({ id, bindingId, about }: OpenCaseType, context: RequestContext): Promise<Subject[]> {
    const batch = async (keys: readonly string[]) => {
      const found = await this.deps.listSubjects(keys.map(fromKey));
      return keys.map((key) => found.get(fromKey(key).id) ?? []);
    };
    return context.loader('subjects of cases', batch).load([id, bindingId, about].join(' '));
  }
}

/** A loader tells keys apart by their text. */
function fromKey(key: string): Looked {
  const [id, bindingId, about] = key.split(' ');
  return { id, bindingId, about } as Looked;
}
