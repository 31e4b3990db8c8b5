import { bindingFacts, type BindingFact } from '../lifecycle/binding-change.rules';

type InUpperCase<Fact extends string> = Fact extends `${infer Word}-${infer Rest}`
  ? `${Uppercase<Word>}_${InUpperCase<Rest>}`
  : Uppercase<Fact>;
/** What a change was, as clients name it: its fact, in the case of all enums. */
export type ChangeKind = InUpperCase<BindingFact>;

export const toChangeKind = (fact: BindingFact): ChangeKind => fact.replaceAll('-', '_').toUpperCase() as ChangeKind;

export const changeKinds = bindingFacts.map(toChangeKind);

/** The fact that clients name so. */
export const toFact = (kind: ChangeKind): BindingFact => kind.replaceAll('_', '-').toLowerCase() as BindingFact;
