import Fastify from 'fastify';
import plivoJsx, { createApp } from 'plivo-jsx/fastify';
import { call, matchers } from 'plivo-jsx/testing';
import shop from './flows/shop/flow.tsx';

/** Wrappers without annotations: their declarations name types of plivo-jsx and of Fastify. */
export const shopApp = () => createApp({ flows: [shop] });

export const ownApp = async (logger: boolean) => {
  const app = Fastify({ logger });
  await app.register(plivoJsx, { flows: [shop], deadline: 10_000 });
  return app;
};

export const phone = async () => call(await ownApp(false), '/shop');
export const ownMatchers = { ...matchers };
export const { toHaveHeard } = matchers;
