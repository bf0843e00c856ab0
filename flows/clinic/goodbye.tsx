import { Hangup, level, Response, Say, type Elements, type Prompt } from 'plivo-jsx';
import { t } from './prompts.tsx';

/** The last words of a call, and what is done before them. */
export const Goodbye = ({ first, children }: { first?: Elements; children?: Prompt }) => (
  <Response>
    {first}
    {children !== undefined && <Say>{children}</Say>}
    <Say>{t.goodbye}</Say>
    <Hangup />
  </Response>
);

export const goodbye = level('/clinic/goodbye', () => <Goodbye />);
export const thanks = level('/clinic/thanks', () => <Goodbye>{t.thanks}</Goodbye>);
