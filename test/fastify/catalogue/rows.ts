import type { Row } from './row.ts';
import { again } from './rows/again.ts';
import { caller } from './rows/caller.ts';
import { component } from './rows/component.ts';
import { connection } from './rows/connection.ts';
import { keys } from './rows/keys.ts';
import { rejections } from './rows/rejected.ts';
import { sender } from './rows/sender.ts';
import { state } from './rows/state.ts';

/** Every row that is requests and what they get. */
export const webhooks: readonly Row[] = [
  ...keys,
  ...rejections,
  ...state,
  ...again,
  ...caller,
  ...connection,
  ...sender,
  ...component,
];
