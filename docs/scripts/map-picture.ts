/**
 * The picture `docs/images/inspire-works.svg`: the map of the example flow, with an associate to transfer callers to.
 * @module
 */
import { mapOf, toSvg } from 'plivo-jsx/check';
import { createApp } from 'plivo-jsx/fastify';
import { explore } from 'plivo-jsx/testing';
import inspireWorks from '../../flows/inspire-works/flow.ts';
import { settings, type Settings } from '../../flows/inspire-works/settings.ts';

const shown: Settings = { associate: '+14155550100', audioMessage: undefined };

/** The picture. */
export async function mapPicture(): Promise<string> {
  const asTheyWere = { ...settings };
  Object.assign(settings, shown);
  const app = await createApp({ flows: [inspireWorks], development: true });
  try {
    return await toSvg(mapOf(await explore(app, '/ivr')));
  } finally {
    await app.close();
    Object.assign(settings, asTheyWere);
  }
}
