import type { Random } from '../../../fuzz/random.ts';

/** What a caller does next. */
export type Act =
  | { readonly does: 'press'; readonly key: string }
  | { readonly does: 'stay silent' }
  | { readonly does: 'hang up' }
  | { readonly does: 'dial'; readonly outcome: 'busy' | 'failed' | 'timeout' | 'no-answer' | 'completed' };

/** A call as Inspire Works is meant to be, written down without looking at how it is made. */
export interface Plan {
  readonly acts: readonly Act[];
  /** The levels that are asked, in order. */
  readonly asked: readonly string[];
  /** What the caller hears last; undefined when they hang up. */
  readonly last: string | undefined;
  readonly end: 'Normal Hangup';
}

const goodbye = {
  en: 'Thank you for calling Inspire Works. Goodbye.',
  es: 'Gracias por llamar a Inspire Works. ¡Hasta luego!',
};
const silence = {
  en: 'We did not hear from you. Please call again. Goodbye.',
  es: 'No recibimos su respuesta. Por favor, llame de nuevo. Adiós.',
};
const outcomes = ['busy', 'failed', 'timeout', 'no-answer', 'completed'] as const;
const wrongKeys = ['0', '3', '4', '5', '6', '7', '8', '9', '*'];

/** Makes a caller up: most press a key of the menu, some another one, some none, and one in twenty hangs up. */
export function makePlan(random: Random): Plan {
  const acts: Act[] = [];
  const asked: string[] = ['/ivr'];
  const end = 'Normal Hangup' as const;
  const plan = (last: string | undefined): Plan => ({ acts, asked, last, end });
  const press = (key: string) => void acts.push({ does: 'press', key });
  const hangsUpAt = random.percent(5) ? random.between(1, 4) : undefined;
  const isGone = () => {
    if (acts.length + 1 !== hangsUpAt) return false;
    acts.push({ does: 'hang up' });
    return true;
  };
  for (let tries = 1; ; tries++) {
    const again = tries === 1 ? '' : `?try=${tries}`;
    const and = tries === 1 ? '' : `&try=${tries}`;
    if (isGone()) return plan(undefined);
    const first = choice(random);
    if (first === 'none') {
      acts.push({ does: 'stay silent' });
      return plan(silence.es);
    }
    press(first === 'wrong' ? random.pick(wrongKeys) : first);
    asked.push(`/ivr/level2${again}`);
    if (first === 'wrong') {
      if (tries === 3) return plan(goodbye.es);
      asked.push(`/ivr?try=${tries + 1}`);
      continue;
    }
    const lang = first === '1' ? 'en' : 'es';
    if (isGone()) return plan(undefined);
    const second = choice(random);
    if (second === 'none') {
      acts.push({ does: 'stay silent' });
      return plan(silence[lang]);
    }
    press(second === 'wrong' ? random.pick(wrongKeys) : second);
    asked.push(`/ivr/action?lang=${lang}${and}`);
    if (second === '1') return plan(goodbye[lang]);
    if (second === '2') {
      // Plivo reports how a transfer ended, also when it was the caller who ended it.
      asked.push(`/ivr/transferred?lang=${lang}`);
      if (isGone()) return plan(undefined);
      acts.push({ does: 'dial', outcome: random.pick(outcomes) });
      return plan(goodbye[lang]);
    }
    if (tries === 3) return plan(goodbye[lang]);
    asked.push(`/ivr?try=${tries + 1}`);
  }
}

function choice(random: Random): '1' | '2' | 'wrong' | 'none' {
  const chance = random.below(100);
  return chance < 40 ? 'wrong' : chance < 65 ? '1' : chance < 95 ? '2' : 'none';
}
