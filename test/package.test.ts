import * as plivoJsx from 'plivo-jsx';
import * as fastify from 'plivo-jsx/fastify';
import * as redis from 'plivo-jsx/redis';
import * as checking from 'plivo-jsx/check';
import * as devRuntime from 'plivo-jsx/jsx-dev-runtime';
import * as phone from 'plivo-jsx/phone';
import * as testing from 'plivo-jsx/testing';
import * as runtime from 'plivo-jsx/jsx-runtime';
import { describe, expect, test } from 'vitest';
import { codeIn, read, rowsOf } from './docs/markdown.ts';
import { manifest } from './support/manifest.ts';

const names = (module: object) => Object.keys(module).toSorted();

describe('the public names', () => {
  test('of plivo-jsx', () => {
    expect(names(plivoJsx)).toEqual([
      'Choice',
      'Collect',
      'Conference',
      'Confirm',
      'DTMF',
      'Dial',
      'Forward',
      'Fragment',
      'GetDigits',
      'GetInput',
      'Hangup',
      'Hours',
      'Language',
      'Link',
      'Menu',
      'Message',
      'MultiPartyCall',
      'Number',
      'Only',
      'Play',
      'PlivoJsxError',
      'PreAnswer',
      'Record',
      'Redirect',
      'RenderError',
      'Repeat',
      'Response',
      'Say',
      'SayAmount',
      'SayDate',
      'SayDigits',
      'SayNumber',
      'SayTime',
      'Sms',
      'Speak',
      'Stream',
      'Transfer',
      'User',
      'Voicemail',
      'Wait',
      'WithContext',
      'amount',
      'attribute',
      'callback',
      'catalogue',
      'content',
      'createElement',
      'date',
      'dayAndMonth',
      'defineElement',
      'definitions',
      'digits',
      'expandChildren',
      'flow',
      'hours',
      'isOpen',
      'level',
      'nextOpening',
      'phoneNumber',
      'pin',
      'placeCall',
      'preview',
      'previewCall',
      'readCall',
      'render',
      'session',
      'signRequest',
      'time',
      'validateCall',
      'verifyRequest',
      'verifyWebhook',
      'yesNo',
    ]);
  });

  test('of plivo-jsx/check', () => {
    expect(names(checking)).toEqual([
      'check',
      'compareMaps',
      'coverageChanges',
      'coverageOf',
      'describeFinding',
      'explore',
      'flowSnapshot',
      'limitsOf',
      'mapOf',
      'pageOf',
      'readMap',
      'rules',
      'switchedOff',
      'takenBy',
      'takenEdges',
      'toDot',
      'toJson',
      'toMermaid',
      'toSvg',
    ]);
  });

  test('of plivo-jsx/phone', () => {
    expect(names(phone)).toEqual([
      'PhoneCall',
      'TransportFailure',
      'assumptionWords',
      'assumptions',
      'causeName',
      'describeEvent',
      'describeState',
      'hangupCauses',
      'isError',
      'parseScript',
      'possibleActions',
      'runScript',
      'scriptTokens',
      'startCall',
      'startingPace',
      'transcript',
    ]);
  });

  test('of plivo-jsx/fastify, plivo-jsx/redis, plivo-jsx/testing and the runtimes', () => {
    expect(names(fastify)).toEqual(['createApp', 'default']);
    expect(names(redis)).toEqual(['redisStore']);
    expect(names(testing)).toEqual(['call', 'explore', 'matchers', 'recordCalls']);
    expect(names(runtime)).toEqual(['Fragment', 'jsx', 'jsxs']);
    expect(names(devRuntime)).toEqual(['Fragment', 'jsxDEV']);
  });
});

describe('the dependencies', () => {
  test('leave compilers and test runners to the project: an optional peer would be installed in production', () => {
    expect(Object.keys(manifest).filter((name) => name.startsWith('peer'))).toEqual([]);
  });

  test('allow every Fastify 5, so that a project has one copy', () => {
    expect(manifest.dependencies['fastify']).toBe('^5.0.0');
  });

  const [runtimePart = '', developmentPart = ''] = read('docs/reference/dependencies.md').split(
    '## For development',
  );
  const table = (part: string) => rowsOf(part).map(([name]) => codeIn(name));

  test('are those of the tables in dependencies.md, each with a reason', () => {
    expect(table(runtimePart).toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted());
    expect(table(developmentPart).toSorted()).toEqual(Object.keys(manifest.devDependencies).toSorted());
    const reasons = rowsOf(runtimePart + developmentPart).map(([, reason]) => reason);
    expect(reasons.filter((reason) => (reason ?? '').length < 5)).toEqual([]);
  });
});
