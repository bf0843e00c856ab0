import type { PlivoJsxError } from '../../../errors.ts';
import { readEnvironment } from '../../environment/read-variables.ts';
import type { Variables } from '../../environment/variable-names.ts';

/**
 * The token that signs requests: that of `--token`, or with `--sign` that of the environment. It is used with `--sign` only, so
 * that no call to the server of somebody else is signed by accident.
 *
 * @throws {@link PlivoJsxError} `E_ARGUMENT` for both, and without a token in the environment
 */
export function tokenOf(
  token: string | undefined,
  sign: boolean,
  variables: Variables,
  wrong: (problem: string) => PlivoJsxError,
): string | undefined {
  if (!sign) return token;
  if (token !== undefined) throw wrong('--token and --sign cannot be combined');
  const [first] = readEnvironment(variables).authTokens;
  if (first === undefined) throw wrong('--sign needs PLIVO_AUTH_TOKEN, which is not set');
  return first;
}
