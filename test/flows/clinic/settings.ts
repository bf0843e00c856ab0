/**
 * The settings of the clinic in tests.
 */
import { settings } from '../../../flows/clinic/office.ts';

/** Numbers of nobody, by the name that stands for them in snapshots. */
export const numbers = {
  ASSOCIATE_NUMBER: '+15550123456',
  PLIVO_NUMBER: '+15550100000',
  'the caller': '15550100001',
} as const;

const asTheyWere = { ...settings };

/** The clinic has a person and a number that sends text messages, or neither. */
export function setNumbers(hasNumbers = true): void {
  settings.person = hasNumbers ? numbers.ASSOCIATE_NUMBER : undefined;
  settings.sender = hasNumbers ? numbers.PLIVO_NUMBER : undefined;
}

export const resetSettings = () => void Object.assign(settings, asTheyWere);
