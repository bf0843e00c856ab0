/** Environments in which anyone could pose as Plivo. */
export const unsigned = [
  {
    row: 56,
    what: 'no token',
    env: { HOST: '0.0.0.0' },
    says:
      'HOST is 0.0.0.0, which others can reach, and there is no PLIVO_AUTH_TOKEN: anyone could pose as Plivo.\n' +
      'Fix: set PLIVO_AUTH_TOKEN and PUBLIC_URL, or set ALLOW_UNSIGNED=1. [E_UNSIGNED]\n',
  },
  {
    row: 56,
    what: 'an empty token',
    env: { HOST: '0.0.0.0', PUBLIC_URL: 'https://ivr.example.com', PLIVO_AUTH_TOKEN: '' },
    says:
      'HOST is 0.0.0.0, which others can reach, and there is no PLIVO_AUTH_TOKEN: anyone could pose as Plivo.\n' +
      'Fix: set PLIVO_AUTH_TOKEN and PUBLIC_URL, or set ALLOW_UNSIGNED=1. [E_UNSIGNED]\n',
  },
  {
    row: 56,
    what: 'a token that is a space',
    env: { PUBLIC_URL: 'https://ivr.example.com', PLIVO_AUTH_TOKEN: ' ' },
    says:
      'PLIVO_AUTH_TOKEN holds an empty token or white space.\n' +
      'Fix: give one token, or several separated by commas. [E_VARIABLE]\n',
  },
  {
    row: 56,
    what: 'an empty token among others',
    env: { PUBLIC_URL: 'https://ivr.example.com', PLIVO_AUTH_TOKEN: 'one,,two' },
    says:
      'PLIVO_AUTH_TOKEN holds an empty token or white space.\n' +
      'Fix: give one token, or several separated by commas. [E_VARIABLE]\n',
  },
] as const;
