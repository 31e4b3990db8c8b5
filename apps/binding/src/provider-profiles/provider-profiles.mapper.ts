import type { Locale } from '@bindery/localisation';
import { aspectsOf, type ProfileChange, type ProviderVersion } from '../catalogue';
import { canonicalJson } from '../unbind-plan';
import type { Loosening } from './loosening.rules';
import type { ChangePreview } from './preview-change';
import type { ProfileProposal, ProposalState } from './profile-proposal.rules';
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

export const toProposalType = (
  { provider, entry, changes, loosens, ...proposal }: ProfileProposal,
  state: ProposalState,
  locale: Locale,
): ProviderProfileProposalType => {
  const { id, baseVersion, note, proposedBy, proposedAt, decidedBy, decidedAt } = proposal;
  return Object.assign(new ProviderProfileProposalType(), {
    ...{ id, baseVersion, note, proposedBy, proposedAt, decidedBy, decidedAt },
    code: provider,
    state,
    loosens: loosens.map(toLoosening(locale)),
    profile: entry,
    changes: changes.map(toChange),
  });
};
