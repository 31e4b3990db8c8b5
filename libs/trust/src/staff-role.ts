/** What one of our own people may do besides what every holder may: run the platform, help a person, look at documents. */
export const staffRoles = ['OPERATOR', 'AGENT', 'REVIEWER'] as const;
export type StaffRole = (typeof staffRoles)[number];

export const isStaffRole = (text: string): text is StaffRole => (staffRoles as readonly string[]).includes(text);
