import { aspectsOf, type ProviderVersion } from '../catalogue';
import { canonicalJson } from '../unbind-plan';
import type { ChangePreview } from './preview-change';
import { ProviderChangePreviewType } from './provider-change-preview.type';
import type { ProviderProfileVersionType } from './provider-profile.type';

/** A value as JSON; null where there is none. */
const toText = (value: unknown): string | null => (value === undefined ? null : canonicalJson(value));

export const toVersionType = ({
  version,
  origin,
  changedBy,
  changedAt,
  note,
  entry,
  changes,
}: ProviderVersion): ProviderProfileVersionType => ({
  version,
  origin,
  changedBy,
  changedAt,
  note,
  profile: entry,
  changes: changes.map(({ field, from, to }) => ({ field, before: toText(from), after: toText(to) })),
  aspects: aspectsOf(changes),
});

export const toPreviewType = ({ effects, openPlanCount, affected }: ChangePreview): ProviderChangePreviewType =>
  Object.assign(new ProviderChangePreviewType(), {
    effects: effects.map((effect) => ({ ...effect, byPhase: [...effect.byPhase] })),
    openPlanCount,
    affected,
  });
