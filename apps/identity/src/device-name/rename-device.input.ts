import { Field, ID, InputType } from 'type-graphql';
import { OnceInput } from '@bindery/subgraph';
import { deviceNameMax } from '../devices';

@InputType({ description: 'A new name for a device.' })
export class RenameDeviceInput extends OnceInput {
  @Field(() => ID, { description: 'One of the caller’s own devices, e.g. device_01h455vb4pex5vsknk084sn02q.' })
  deviceId!: string;

  @Field({ description: `What its owner calls it, 1 to ${deviceNameMax} characters, e.g. Mei’s phone.` })
  name!: string;
}
