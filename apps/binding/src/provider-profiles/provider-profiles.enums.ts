import { enumOf } from '@bindery/subgraph';
import { profileAspects, profileRules, profileRuleWords, versionOrigins, type ProfileRule } from '../catalogue';
import { looseningKinds } from './loosening.rules';
import { proposalStates } from './profile-proposal.rules';

export const ProviderProfileOriginEnum = enumOf(
  'ProviderProfileOrigin',
  'Who says what a provider can do and asks for.',
  versionOrigins,
  {
    FILE: 'The file that came with a version of the service.',
    OPERATOR: 'One of our operators.',
  },
);

export const ProviderProfileAspectEnum = enumOf(
  'ProviderProfileAspect',
  'What of a provider changes.',
  profileAspects,
  {
    SHOWN: 'What it is called, where it is shown, its sites.',
    TERMS: 'What holders consent to. Those who have consented have consented to the words of their time.',
    SUSPEND: 'Whether and for whom its cards are suspended.',
    RESTORE: 'Whether, how and for how long a card comes back after an unbind. A window that was promised is kept.',
    TIMES: 'How answers come, and how long they and activations are waited for.',
    FEE: 'What an unbind costs. An unbind under way costs what its plan said.',
    OBLIGATIONS: 'What open balances, payments and mandates do to an unbind.',
    BIND_PROOF: 'How a bind is proved.',
    UNBIND_PROOF: 'How an unbind is proved.',
    RESTORE_PROOF: 'How a restore is proved.',
    LIMITS: 'How many cards may be bound. Those that are bound stay.',
    SIGNALS: 'What it tells by itself, and what follows for other bindings of a card.',
    OFFLINE: 'How long readers that are offline take to know of an unbind.',
    DEVICE_MOVE: 'What a move to another device takes along.',
    CONNECTION: 'The kind of its cards and how it is spoken with; only a file says so.',
  },
);

export const ProviderProfileRuleEnum = enumOf(
  'ProviderProfileRule',
  'What is asked of a field of a profile, and was not kept.',
  profileRules,
  Object.fromEntries(profileRules.map((rule) => [rule, `It ${profileRuleWords[rule].replace(/: .*/, '')}.`])) as Record<
    ProfileRule,
    string
  >,
);

export const ProviderProfileLooseningKindEnum = enumOf(
  'ProviderProfileLooseningKind',
  'In which way a field of a profile protects less than before.',
  looseningKinds,
  {
    MORE: 'It lets in more, or by more ways: a limit is higher, a list that anything of is enough is longer.',
    LONGER: 'A time in which something is still possible, or is not looked at, is longer.',
    FEWER: 'Less is asked for, fewer people look at it, or fewer holds are kept.',
    WEAKER: 'It protects in a weaker way, or not any more.',
    UNREADABLE: 'What is in force cannot be read by this version of the service, so that nobody knows.',
  },
);

export const ProviderProfileProposalStateEnum = enumOf(
  'ProviderProfileProposalState',
  'How far a change is that waits for another operator.',
  proposalStates,
  {
    PROPOSED: 'It waits.',
    APPROVED: 'Another operator agreed; it came into force.',
    DECLINED: 'An operator said no, which may be the one who proposed it.',
    OVERTAKEN: 'Another version came into force before, which overtakenBy tells: it can only be declined.',
    LAPSED: 'Nobody decided within fourteen days: it can be proposed anew.',
  },
);
