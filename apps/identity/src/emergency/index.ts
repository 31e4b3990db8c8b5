import type { Feature, FeatureClasses, Foundation } from '@bindery/subgraph';
import type { ReadDevices } from '../devices';
import type { EndSessions, OnceSignedIn } from '../sessions';
import { createReportEmergency } from './report-emergency';
import { ReportEmergencyResolver } from './report-emergency.resolver';

export const emergencyClasses = { resolvers: [ReportEmergencyResolver] } satisfies FeatureClasses;

interface EmergencyDeps {
  readonly onceSignedIn: OnceSignedIn;
  readonly endSessions: EndSessions;
  readonly readDevices: ReadDevices;
}

/** Somebody else has the account or a device. */
export function createEmergency(
  { clock }: Pick<Foundation, 'clock'>,
  { onceSignedIn, endSessions, readDevices }: EmergencyDeps,
) {
  const reportEmergency = createReportEmergency({ onceSignedIn, endSessions, clock });
  return { feature: { resolvers: [new ReportEmergencyResolver(reportEmergency, readDevices)] } satisfies Feature };
}
