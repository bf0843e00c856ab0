// One app that serves both, with the settings of production.
import { flow } from 'plivo-jsx';
import { createApp } from 'plivo-jsx/fastify';
import { publicUrl, token } from '../serve/request.mjs';
import { levels as byHand } from './by-hand.jsx';
import { levels as dialogs } from './dialogs.jsx';
import { ends } from './levels.jsx';
import { silentMenus } from './silence.jsx';

export const make = () =>
  createApp({
    flows: [
      flow('questions', {
        levels: [...dialogs, ...byHand, ...ends, ...silentMenus.flatMap(({ levels }) => levels)],
      }),
    ],
    publicUrl,
    authTokens: [token],
    development: false,
    logger: false,
  });
