import { toldFacts, type BindingFact, type ToldFact } from '../lifecycle/binding-change.rules';

type InUpperCase<Fact extends string> = Fact extends `${infer Word}-${infer Rest}`
  ? `${Uppercase<Word>}_${InUpperCase<Rest>}`
  : Uppercase<Fact>;
/** What a change was, as clients name it: its fact, in the case of all enums. */
export type ChangeKind = InUpperCase<ToldFact>;

export const toChangeKind = (fact: ToldFact): ChangeKind => fact.replaceAll('-', '_').toUpperCase() as ChangeKind;

export const changeKinds = toldFacts.map(toChangeKind);

/** What a holder looks through who thinks that somebody else was in their account, and how far back, and how many. */
export const suspectFacts: readonly BindingFact[] = [
  'bound',
  'held',
  'hold-lifted',
  'unbind-requested',
  'removed-elsewhere',
  'restored',
  'reinstated',
  'replaced',
];
export const suspectDays = 30;
export const suspectMax = 50;

/** The fact that clients name so. */
export const toFact = (kind: ChangeKind): ToldFact => kind.replaceAll('_', '-').toLowerCase() as ToldFact;
