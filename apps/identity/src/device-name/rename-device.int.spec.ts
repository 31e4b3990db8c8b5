import { mutate, newHolder, signIn } from '../testing/holder';
import { startTestIdentity, type TestIdentity } from '../testing/identity-service';

let service: TestIdentity;
beforeAll(async () => void (service = await startTestIdentity()));
afterAll(() => service.stop());

describe('rename device', () => {
  it('gives a device a name that no login changes', async () => {
    const { viewer, phone } = await newHolder(service);
    const { deviceId } = viewer;
    expect(await mutate(service, 'renameDevice', { deviceId, name: '  Night\u200b  stand ' }, viewer)).toMatchObject({
      __typename: 'RenameDeviceSuccess',
      device: { id: deviceId, name: 'Night stand', isCurrent: true },
    });
    const again = await signIn(service, phone);
    const { data } = await service.ask('{ viewer { session { device { name } } } }', {}, { viewer: again.viewer });
    expect(data).toEqual({ viewer: { session: { device: { name: 'Night stand' } } } });
  });

  it('finds neither somebody else’s device nor an unknown one', async () => {
    const [mine, theirs] = [await newHolder(service), await newHolder(service)];
    for (const deviceId of [theirs.viewer.deviceId, 'device_01h455vb4pex5vsknk084sn02q', 'x'])
      expect(await mutate(service, 'renameDevice', { deviceId, name: 'x' }, mine.viewer)).toMatchObject({
        __typename: 'NotFoundError',
      });
  });

  it.each(['', '\u202e', 'x'.repeat(65)])('refuses %j as a name', async (name) => {
    const { viewer } = await newHolder(service);
    expect(await mutate(service, 'renameDevice', { deviceId: viewer.deviceId, name }, viewer)).toMatchObject({
      __typename: 'InvalidInputError',
      field: 'name',
    });
  });
});
