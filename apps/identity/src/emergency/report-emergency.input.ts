import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';

@InputType({ description: 'Somebody else has the account, or a device.' })
export class ReportEmergencyInput extends OnceInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'The device in other hands, one of the account’s and not this one, e.g. device_01h455vb4pex5vsknk084sn02q; left out if it is only the account.',
  })
  lostDeviceId?: string | null;
}
