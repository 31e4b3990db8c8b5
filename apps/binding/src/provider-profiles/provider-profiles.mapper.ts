import type { Locale } from '@bindery/localisation';
import { aspectsOf, type ProfileChange, type ProviderVersion } from '../catalogue';
import { canonicalJson } from '../unbind-plan';
import type { Loosening } from './loosening.rules';
import type { ChangePreview } from './preview-change';
import { lapsesAt, stateOf, type ProfileProposal } from './profile-proposal.rules';
import { ProviderProfileProposalType, type ProviderProfileLooseningType } from './profile-proposal.type';
import { ProviderChangePreviewType } from './provider-change-preview.type';
import type { ProviderProfileChangeType, ProviderProfileVersionType } from './provider-profile.type';
import { say } from './provider-profiles.words';

/** A value as JSON; null where there is none. */
const toText = (value: unknown): string | null => (value === undefined ? null : canonicalJson(value));

const toChange = ({ field, from, to }: ProfileChange): ProviderProfileChangeType => ({
  field,
  before: toText(from),
  after: toText(to),
});

const toLoosening =
  (locale: Locale) =>
  ({ field, kind }: Loosening): ProviderProfileLooseningType => ({ field, kind, text: say(locale, kind) });

export const toVersionType = ({
  version,
  origin,
  changedBy,
  approvedBy,
  changedAt,
  note,
  entry,
  changes,
}: ProviderVersion): ProviderProfileVersionType => ({
  version,
  origin,
  changedBy,
  approvedBy,
  changedAt,
  note,
  profile: entry,
  changes: changes.map(toChange),
  aspects: aspectsOf(changes),
});

export const toPreviewType = (
  { effects, openPlanCount, affected, loosens }: ChangePreview,
  locale: Locale,
): ProviderChangePreviewType =>
  Object.assign(new ProviderChangePreviewType(), {
    effects: effects.map((effect) => ({ ...effect, byPhase: [...effect.byPhase] })),
    openPlanCount,
    affected,
    needsApproval: loosens.length > 0,
    loosens: loosens.map(toLoosening(locale)),
  });

/** `next` is the version that came after the one it was made from; null where none has. */
export const toProposalType = (
  proposal: ProfileProposal,
  next: ProviderVersion | null,
  { locale, now }: { readonly locale: Locale; readonly now: Date },
): ProviderProfileProposalType => {
  const { id, provider, baseVersion, entry, changes, loosens, note } = proposal;
  const { proposedBy, proposedAt, decidedBy, decidedAt } = proposal;
  const state = stateOf(proposal, next?.changedAt ?? null, now);
  return Object.assign(new ProviderProfileProposalType(), {
    ...{ id, baseVersion, state, note, proposedBy, proposedAt, decidedBy, decidedAt },
    code: provider,
    lapsesAt: lapsesAt(proposal),
    overtakenBy: state === 'OVERTAKEN' && next ? toVersionType(next) : null,
    loosens: loosens.map(toLoosening(locale)),
    profile: entry,
    changes: changes.map(toChange),
  });
};
