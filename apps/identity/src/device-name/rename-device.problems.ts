import { createToProblem } from '@bindery/subgraph';
import { signedInProblems } from '../sessions';
import type { RenameDeviceError } from './rename-device';
import type { RenameDeviceResult } from './rename-device.result';

export const toRenameDeviceProblem = createToProblem<RenameDeviceError, typeof RenameDeviceResult>(signedInProblems);
