import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { givenId } from '@bindery/kernel';
import { requireViewer, type RequestContext } from '@bindery/subgraph';
import { toDeviceType, type ReadDevices } from '../devices';
import { toSignedInAccount } from '../sessions';
import { toEmergencyCheckType } from './emergency.mapper';
import { checksOf } from './emergency.rules';
import type { ReportEmergency } from './report-emergency';
import { ReportEmergencyInput } from './report-emergency.input';
import { toReportEmergencyProblem } from './report-emergency.problems';
import { ReportEmergencyResult, ReportEmergencySuccess } from './report-emergency.result';

@Resolver()
export class ReportEmergencyResolver {
  constructor(
    private readonly report: ReportEmergency,
    private readonly readDevices: ReadDevices,
  ) {}

  @Mutation(() => ReportEmergencyResult, {
    description:
      'Somebody else has the account or a device: ends every other session, has all held that is bound on the device, and lists what to check.',
  })
  async reportEmergency(
    @Arg('input', { description: 'Which device, if it is one.' })
    { idempotencyKey, lostDeviceId }: ReportEmergencyInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ReportEmergencyResult> {
    const reported = await this.report(requireViewer(context), {
      idempotencyKey,
      lostDeviceId: lostDeviceId ? givenId('device', lostDeviceId) : null,
    });
    if (!reported.ok) return toReportEmergencyProblem(reported.error, context.locale);
    const { value, session } = reported.value;
    const [device] = value.lostDeviceId ? await this.readDevices.byIds([value.lostDeviceId]) : [];
    return Object.assign(new ReportEmergencySuccess(), {
      endedSessionCount: value.endedSessions,
      account: toSignedInAccount(reported.value),
      lostDevice: device ? toDeviceType(device, session) : null,
      checks: checksOf(value, context.supportUrl !== null).map((check) => toEmergencyCheckType(check, context)),
    });
  }
}
