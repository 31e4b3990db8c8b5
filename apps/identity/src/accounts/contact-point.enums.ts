import { enumOf } from '@bindery/subgraph';
import { contactChannels } from './contact-point.rules';

export const ContactChannelEnum = enumOf('ContactChannel', 'How a contact point is reached.', contactChannels, {
  SMS: 'Text message to a phone.',
  EMAIL: 'Mail.',
});
