// A signed, parsed, routed and rendered level, with the settings of production.
import { createApp } from 'plivo-jsx/fastify';
import inspireWorks from '../../flows/inspire-works/flow.ts';
import { publicUrl, token } from './request.mjs';

export const make = () =>
  createApp({ flows: [inspireWorks], publicUrl, authTokens: [token], development: false, logger: false });
